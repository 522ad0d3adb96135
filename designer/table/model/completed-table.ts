import type { TableOutput } from '../../../rules-library/blocks/compute/decision-table-params.ts';
import type { BlockDefinition } from '../../../rules-library/define/block.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { FlowNode } from '../../../rules-library/schema/flow.ts';
import { describeParams } from '../../inspector/describe-params.ts';
import { tableOf } from './table.ts';

/** Whether a block is drawn as a grid. */
export function isTableBlock({ params }: BlockDefinition): boolean {
  return describeParams(params).some(({ ui }) => ui.field === 'table-rows');
}

/** A table with some result in every row: its conditions can be looked at before all results are given. */
export function completedTable(params: FlowNode['params']): FlowNode['params'] {
  const table = tableOf(params);
  const rows = table.rows.map((row) => ({
    ...row,
    then: {
      ...Object.fromEntries(table.outputs.map((output) => [output.id, someValue(output)])),
      ...row.then,
    },
  }));
  return { ...params, rows };
}

function someValue({ type, values }: TableOutput): Scalar {
  const [first] = values?.slice(-1) ?? [];
  if (first !== undefined) return first;
  if (type === 'text' || type === 'choice') return '…';
  if (type === 'yes-no') return false;
  return type === 'time' ? '2000-01-01T00:00:00Z' : 0;
}

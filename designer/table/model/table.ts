import type {
  hitPolicies,
  TableOutput,
} from '../../../rules-library/blocks/compute/decision-table-params.ts';
import type { TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import type { FactDefinition } from '../../../rules-library/define/fact.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { FlowNode } from '../../../rules-library/schema/flow.ts';
import type { ColumnKind } from '../cells/column-kind.ts';

export type HitPolicy = (typeof hitPolicies)[number]['value'];

export interface TableInput {
  id: string;
  fact: string;
}

export interface TableRow {
  id: string;
  /** Cells by input; one that is left out takes anything. */
  when: Readonly<Record<string, TableCell>>;
  /** Values by output; one that is left out is still to be given. */
  then: Readonly<Record<string, Scalar>>;
}

/** A decision table while it is drawn: it may lack results and hold what does not fit yet. */
export interface Table {
  hitPolicy: HitPolicy;
  inputs: readonly TableInput[];
  outputs: readonly TableOutput[];
  rows: readonly TableRow[];
}

/** A column of the grid: conditions first, then results. */
export type Column =
  | { role: 'input'; id: string; input: TableInput; kind: ColumnKind }
  | { role: 'output'; id: string; output: TableOutput; kind: ColumnKind };

/** The params of a block as a table. A drawing from elsewhere may lack anything. */
export function tableOf(params: FlowNode['params']): Table {
  const { hitPolicy = 'FIRST', inputs = [], outputs = [] } = params as Partial<Table>;
  const rows = (params.rows ?? []) as (Pick<TableRow, 'id'> & Partial<TableRow>)[];
  return {
    hitPolicy,
    inputs,
    outputs,
    rows: rows.map(({ id, when = {}, then = {} }) => ({ id, when, then })),
  };
}

/** The columns of a table. `factOf` finds facts and results of other blocks; `namesIn` the entries of a small catalogue. */
export function columnsOf(
  { inputs, outputs }: Table,
  factOf: (id: string) => FactDefinition | undefined,
  namesIn: (catalog: string) => ColumnKind['choices'],
): Column[] {
  return [
    ...inputs.map((input): Column => ({
      role: 'input',
      id: input.id,
      input,
      kind: kindOfFact(factOf(input.fact), namesIn),
    })),
    ...outputs.map((output): Column => ({
      role: 'output',
      id: output.id,
      output,
      kind: kindOfOutput(output),
    })),
  ];
}

function kindOfFact(
  fact: FactDefinition | undefined,
  namesIn: (catalog: string) => ColumnKind['choices'],
): ColumnKind {
  if (fact === undefined) return { type: 'text' };
  const { type, choices, ordered, catalog } = fact;
  if (choices !== undefined) return { type, choices, ordered };
  const names = catalog === undefined ? undefined : namesIn(catalog);
  return names === undefined || names.length === 0 ? { type } : { type, choices: names, open: true };
}

function kindOfOutput({ type, values }: TableOutput): ColumnKind {
  if (type !== 'choice' || values === undefined) return { type };
  return {
    type,
    choices: values.map((value) => ({
      value: String(value),
      label: { zh: String(value), en: String(value) },
    })),
  };
}

/** The cell of a row in a column. */
export function cellAt(row: TableRow, column: Column): TableCell | undefined {
  const cells: Readonly<Record<string, TableCell>> = column.role === 'input' ? row.when : row.then;
  return Object.hasOwn(cells, column.id) ? cells[column.id] : undefined;
}

import type { FactType } from '../../rules-library/define/fact.ts';
import type { Scalar } from '../../rules-library/schema/condition.ts';
import { factOf } from '../three-valued.ts';
import { defineCalculation } from './calculation.ts';

interface Settings {
  /** The fact `table.ID`: rows by key, each an object of columns. */
  table: string;
  by: string;
  column: string;
  type: FactType;
  /** What it is when the table has no such row. */
  otherwise?: Scalar;
}

/** A column of the row a fact names; undefined without table or key, or where what stands there is of another type. */
export const lookup = defineCalculation({
  name: 'lookup',
  read: (drawn, scope) => {
    scope.fact((drawn.with as unknown as Settings).by, 'by');
    return drawn;
  },
  calculate: ({ with: given }, facts) => {
    const { table, by, column, type, otherwise } = given as unknown as Settings;
    const rows = factOf(facts, table);
    const key = factOf(facts, by);
    if (!isRecord(rows) || (typeof key !== 'string' && typeof key !== 'number')) return undefined;
    const row = own(rows, String(key));
    if (!isRecord(row)) return otherwise;
    const value = own(row, column);
    return isOf(type, value) ? value : undefined;
  },
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(record: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isOf(type: FactType, value: unknown): boolean {
  if (type === 'text' || type === 'choice') return typeof value === 'string';
  if (type === 'yes-no') return typeof value === 'boolean';
  return typeof value === 'number' && Number.isFinite(value);
}

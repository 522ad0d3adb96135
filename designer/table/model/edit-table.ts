import type { TableOutput } from '../../../rules-library/blocks/compute/decision-table-params.ts';
import type { TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { Column, Table, TableRow } from './table.ts';

export const mostRows = 1000;
export const mostInputs = 20;
export const mostOutputs = 10;

/** The next free id of a kind: `row-3`. Ids that were once given are not given to others while they are there. */
export function freeId(prefix: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`${prefix}-${number}`)) number++;
  return `${prefix}-${number}`;
}

function without<Value>(record: Readonly<Record<string, Value>>, id: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
}

/** A row with one cell set; undefined empties it. */
export function withCell(row: TableRow, column: Column, cell: TableCell | undefined): TableRow {
  const part = column.role === 'input' ? 'when' : 'then';
  const rest = without<TableCell>(row[part], column.id);
  return { ...row, [part]: cell === undefined ? rest : { ...rest, [column.id]: cell } };
}

/** Sets one cell of a table. */
export function setCell(table: Table, row: number, column: Column, cell: TableCell | undefined): Table {
  const before = table.rows[row];
  return before === undefined
    ? table
    : { ...table, rows: table.rows.with(row, withCell(before, column, cell)) };
}

/** Blank rows put in at a place. A table holds no more than 1,000. */
export function insertRows(table: Table, at: number, count = 1): Table {
  const rows = [...table.rows];
  for (let index = 0; index < count && rows.length < mostRows; index++)
    rows.splice(at + index, 0, { id: freeId('row', rows), when: {}, then: {} });
  return { ...table, rows };
}

/** A row once more, below itself. */
export function copyRow(table: Table, at: number): Table {
  const row = table.rows[at];
  if (row === undefined || table.rows.length >= mostRows) return table;
  return { ...table, rows: table.rows.toSpliced(at + 1, 0, { ...row, id: freeId('row', table.rows) }) };
}

/** Rows taken away; the last that is left is emptied instead, for a table has at least one. */
export function removeRows(table: Table, from: number, count: number): Table {
  const rows = table.rows.toSpliced(from, count);
  return rows.length > 0 ? { ...table, rows } : insertRows({ ...table, rows }, 0);
}

/** Rows moved to stand before the row that is now at `to` (or behind the last). */
export function moveRows(table: Table, from: number, count: number, to: number): Table {
  if (to >= from && to <= from + count) return table;
  const moved = table.rows.slice(from, from + count);
  const rest = table.rows.toSpliced(from, count);
  return { ...table, rows: rest.toSpliced(to > from ? to - count : to, 0, ...moved) };
}

/** A new condition column. */
export function addInput(table: Table, fact: string): Table {
  if (table.inputs.length >= mostInputs) return table;
  return { ...table, inputs: [...table.inputs, { id: freeId('input', table.inputs), fact }] };
}

/** Another fact for a column: what stood in its cells is asked of the old one, and goes. */
export function setFact(table: Table, id: string, fact: string, keepCells: boolean): Table {
  const inputs = table.inputs.map((input) => (input.id === id ? { ...input, fact } : input));
  if (keepCells) return { ...table, inputs };
  return { ...table, inputs, rows: table.rows.map((row) => ({ ...row, when: without(row.when, id) })) };
}

/** A new result column. */
export function addOutput(table: Table, output: Omit<TableOutput, 'id'>): Table {
  if (table.outputs.length >= mostOutputs) return table;
  return { ...table, outputs: [...table.outputs, { ...output, id: freeId('output', table.outputs) }] };
}

/** A result column with other settings. Values of another type go. */
export function setOutput(table: Table, next: TableOutput): Table {
  const before = table.outputs.find(({ id }) => id === next.id);
  const outputs = table.outputs.map((output) => (output.id === next.id ? next : output));
  if (before === undefined || isSameShape(before, next)) return { ...table, outputs };
  return { ...table, outputs, rows: table.rows.map((row) => ({ ...row, then: without(row.then, next.id) })) };
}

function isSameShape(one: TableOutput, other: TableOutput): boolean {
  const isWord = ({ type }: TableOutput): boolean => type === 'text' || type === 'choice';
  return one.type === other.type || (isWord(one) && isWord(other));
}

/** What a result is when surely no row fits; undefined: not known. */
export function setOtherwise(table: Table, id: string, value: Scalar | undefined): Table {
  return {
    ...table,
    outputs: table.outputs.map((output) => {
      if (output.id !== id) return output;
      const { otherwise: _, ...rest } = output;
      return value === undefined ? rest : { ...rest, otherwise: value };
    }),
  };
}

/** A column taken away with its cells. The last condition and the last result stay. */
export function removeColumn(table: Table, { role, id }: Column): Table {
  if (role === 'input') {
    if (table.inputs.length < 2) return table;
    return {
      ...table,
      inputs: table.inputs.filter((input) => input.id !== id),
      rows: table.rows.map((row) => ({ ...row, when: without(row.when, id) })),
    };
  }
  if (table.outputs.length < 2) return table;
  return {
    ...table,
    outputs: table.outputs.filter((output) => output.id !== id),
    rows: table.rows.map((row) => ({ ...row, then: without(row.then, id) })),
  };
}

/** A column one place to the left (−1) or right (1) among its own. */
export function moveColumn(table: Table, { role, id }: Column, by: -1 | 1): Table {
  const moved = <Item extends { id: string }>(items: readonly Item[]): Item[] => {
    const at = items.findIndex((item) => item.id === id);
    const to = at + by;
    if (at < 0 || to < 0 || to >= items.length) return [...items];
    return items.toSpliced(at, 1).toSpliced(to, 0, items[at]!);
  };
  return role === 'input'
    ? { ...table, inputs: moved(table.inputs) }
    : { ...table, outputs: moved(table.outputs) };
}

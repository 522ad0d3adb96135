import type { Text } from '../../rules-library/schema/text.ts';
import { columnOf } from './columns.ts';
import type { Mapping } from './mapping.ts';
import type { Row } from './read-rows.ts';
import { parseCell } from './values.ts';

/** An order put together from the rows of its lines, with the lines of the file it came from. */
export interface Assembled {
  lines: number[];
  order: Record<string, unknown>;
}

/** A row that became no order, and why. */
export interface RejectedRow {
  line: number;
  column: string | null;
  reason: Text;
}

export type AssembledOrRejected = { assembled: Assembled } | { rejected: RejectedRow[] };

export interface AssembleOptions {
  mapping: Mapping;
  zone: string;
  /** Channel of files that have no such column. */
  channel?: string;
}

type Fields = Map<string, unknown>;

/**
 * Rows → orders: rows of one number that stand together are the lines of one order. A bad row takes its whole order with
 * it, and every row of it is reported: half an order is worse than none.
 */
export async function* assembleOrders(
  rows: AsyncIterable<Row>,
  options: AssembleOptions,
): AsyncGenerator<AssembledOrRejected> {
  let group: Row[] = [];
  let number: string | undefined;
  const numberColumns = Object.entries(options.mapping)
    .filter(([, field]) => field === 'externalId' || field === 'channel')
    .map(([header]) => header);
  for await (const row of rows) {
    const own = numberColumns.map((header) => row.cells[header]?.trim() ?? '').join('\u0000');
    if (group.length > 0 && own !== number) {
      yield assemble(group, options);
      group = [];
    }
    number = own;
    group.push(row);
  }
  if (group.length > 0) yield assemble(group, options);
}

function assemble(rows: readonly Row[], options: AssembleOptions): AssembledOrRejected {
  const rejected: RejectedRow[] = [];
  const read = rows.map((row) => readFields(row, options, rejected));
  if (rejected.length > 0) {
    const named = new Set(rejected.map(({ line }) => line));
    for (const { line } of rows) {
      if (named.has(line)) continue;
      rejected.push({
        line,
        column: null,
        reason: {
          zh: `同一订单的第 ${rejected[0]!.line} 行有错，整单没有导入`,
          en: `line ${rejected[0]!.line} of the same order is wrong, so the whole order was left out`,
        },
      });
    }
    return { rejected: rejected.sort((a, b) => a.line - b.line) };
  }
  const order: Record<string, unknown> = {};
  if (options.channel !== undefined) order.channel = options.channel;
  for (const fields of read) {
    for (const [field, value] of fields) {
      if (!field.startsWith('line.') && !has(order, field)) put(order, field, value);
    }
  }
  order.lines = read.map((fields, index) => {
    const line: Record<string, unknown> = { lineId: String(index + 1) };
    for (const [field, value] of fields) if (field.startsWith('line.')) line[field.slice(5)] = value;
    return line;
  });
  return { assembled: { lines: rows.map(({ line }) => line), order } };
}

/** Cells by field; empty cells say nothing, which is not the same as a wrong value. */
function readFields(row: Row, options: AssembleOptions, rejected: RejectedRow[]): Fields {
  const fields: Fields = new Map();
  for (const [header, field] of Object.entries(options.mapping)) {
    const cell = row.cells[header];
    if (field === null || cell === undefined || cell.trim() === '') continue;
    const column = columnOf(field);
    const parsed = column === undefined ? { value: cell.trim() } : parseCell(column, cell, options.zone);
    if ('reason' in parsed) rejected.push({ line: row.line, column: header, reason: parsed.reason });
    else fields.set(field, parsed.value);
  }
  return fields;
}

function has(order: Record<string, unknown>, field: string): boolean {
  const [first, second] = field.split('.', 2);
  const outer = order[first!];
  return second === undefined
    ? outer !== undefined
    : (outer as Record<string, unknown> | undefined)?.[second] !== undefined;
}

/** Fields are one or two steps deep (`note`, `shipTo.city`, `custom.颜色`), from the fixed table or `custom.` names. */
function put(order: Record<string, unknown>, field: string, value: unknown): void {
  const [first, second] = field.split('.', 2);
  if (second === undefined) {
    order[first!] = value;
    return;
  }
  const outer = (order[first!] ??= {}) as Record<string, unknown>;
  outer[second] = value;
}

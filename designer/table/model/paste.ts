import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { Text } from '../../../rules-library/schema/text.ts';
import { plainText } from '../cells/plain-text.ts';
import { readCell, type ReadCell } from '../cells/read-cell.ts';
import { readValue } from '../cells/read-value.ts';
import { type Block, blockOf, type Chosen } from './block-of-cells.ts';
import { insertRows, mostRows, setCell, setOtherwise } from './edit-table.ts';
import type { Column, Table } from './table.ts';

/** A cell of what was pasted that could not be read: it stays as it was. */
export interface Unread {
  row: number;
  column: number;
  typed: string;
  why: Text;
}

export interface Pasted {
  table: Table;
  /** What is chosen afterwards. */
  block: Block;
  /** Cells that were taken in. */
  read: number;
  unread: readonly Unread[];
  rowsAdded: number;
  /** Rows and columns that found no place. */
  rowsLeft: number;
  columnsLeft: number;
  /** Its first row named the columns, and was left out. */
  skippedHead: boolean;
}

/** What a text means in a column; a result has one value, or none yet. */
export function readTyped(typed: string, column: Column): ReadCell {
  if (column.role === 'input') return readCell(typed, column.kind);
  const text = plainText(typed);
  if (text === '' || text === '-') return { cell: undefined };
  const read = readValue(text, column.kind);
  return 'wrong' in read ? read : { cell: read.value };
}

/**
 * Puts a block of texts in at what is chosen: its upper left corner, or, of a single text, all that is chosen. Rows are added as
 * needed. Cells that cannot be read stay as they are and are told, each with why; everything else is taken in.
 */
export function paste(
  table: Table,
  columns: readonly Column[],
  chosen: Chosen,
  texts: readonly (readonly string[])[],
  heads: readonly string[],
): Pasted {
  const target = blockOf(chosen);
  const skippedHead = texts.length > 1 && isHead(texts[0]!, heads.slice(target.left));
  const given = skippedHead ? texts.slice(1) : texts;
  const single = given.length === 1 && given[0]!.length === 1;
  const wide = Math.max(...given.map((row) => row.length));
  const isOtherwise = target.top === table.rows.length;
  const wantedRows = single ? target.bottom - target.top + 1 : given.length;
  const room = isOtherwise ? 1 : mostRows - target.top;
  const bottom = target.top + Math.min(wantedRows, room) - 1;
  const missing = isOtherwise || single ? 0 : Math.max(0, bottom + 1 - table.rows.length);
  const right = Math.min(columns.length, single ? target.right + 1 : target.left + wide) - 1;
  let next = insertRows(table, table.rows.length, missing);
  const unread: Unread[] = [];
  let read = 0;
  for (let row = target.top; row <= bottom; row++) {
    for (let place = target.left; place <= right; place++) {
      const column = columns[place]!;
      const typed = single ? given[0]![0]! : (given[row - target.top]![place - target.left] ?? '');
      const found = readTyped(typed, column);
      if ('wrong' in found) unread.push({ row, column: place, typed, why: found.wrong });
      else {
        next = setAt(next, row, column, found.cell);
        read += 1;
      }
    }
  }
  return {
    table: next,
    block: { top: target.top, bottom, left: target.left, right },
    read,
    unread,
    rowsAdded: missing,
    rowsLeft: Math.max(0, wantedRows - room),
    columnsLeft: single ? 0 : Math.max(0, target.left + wide - columns.length),
    skippedHead,
  };
}

/** Sets a cell, of the line of what results are otherwise too. */
export function setAt(table: Table, row: number, column: Column, cell: unknown): Table {
  if (row < table.rows.length) return setCell(table, row, column, cell as Scalar | undefined);
  return column.role === 'output' ? setOtherwise(table, column.id, cell as Scalar | undefined) : table;
}

/** Empties what is chosen, as one step. */
export function clear(table: Table, columns: readonly Column[], { top, bottom, left, right }: Block): Table {
  let next = table;
  for (let row = top; row <= bottom; row++)
    for (let place = left; place <= right; place++) next = setAt(next, row, columns[place]!, undefined);
  return next;
}

function isHead(row: readonly string[], heads: readonly string[]): boolean {
  const named = row.map(
    (cell, index) => [plainText(cell).toLowerCase(), heads[index]?.toLowerCase()] as const,
  );
  return named.some(([cell]) => cell !== '') && named.every(([cell, head]) => cell === '' || cell === head);
}

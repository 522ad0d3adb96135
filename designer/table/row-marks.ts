import type { Problem } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Finding } from '../../runtime/index.ts';
import type { TableRow } from './model/table.ts';

export interface RowMark {
  level: 'error' | 'warning';
  texts: readonly Text[];
}

/** Rows that want a look, by their ids. */
export type RowMarks = ReadonlyMap<string, RowMark>;

const place = /^rows\[(\d+)\]|^rows\.(\d+)/;

/** What is wrong with rows, and what is worth a look: rows that overlap, and those never used. */
export function rowMarks(
  rows: readonly TableRow[],
  problems: readonly Problem[],
  findings: readonly Finding[],
): RowMarks {
  const marks = new Map<string, RowMark>();
  const add = (row: string | undefined, level: RowMark['level'], said: Text): void => {
    if (row === undefined) return;
    const before = marks.get(row);
    marks.set(row, {
      level: before?.level === 'error' ? 'error' : level,
      texts: [...(before?.texts ?? []), said],
    });
  };
  for (const { path, level, text } of problems) {
    const [, bracketed, dotted] = place.exec(path ?? '') ?? [];
    add(rows[Number(bracketed ?? dotted)]?.id, level, text);
  }
  for (const { kind, level, rows: about = [], text } of findings) {
    // Of rows that are taken by others only the idle one is to change.
    const marked = kind === 'overlap' ? about : about.slice(0, 1);
    for (const row of marked) add(row, level === 'error' ? 'error' : 'warning', text);
  }
  return marks;
}

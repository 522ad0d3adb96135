import type { ImportKindDefinition } from './import-kinds.ts';
import { readCell } from './read-cell.ts';
import { columnOf, type TableColumn } from './table-columns.ts';

/** What each column of a file is, by its place; null: left out. */
export type ColumnMapping = readonly (TableColumn | null)[];

/** A row of a file as it is sent: the line it stands on, its fields, and an earlier line that says the same thing. */
export interface TableRow {
  line: number;
  item: Record<string, unknown>;
  repeats?: number;
}

/** Maps headers by their words; a second column for a field already given is left out, as are columns nobody knows. */
export function proposeColumns(
  { columns }: ImportKindDefinition,
  headers: readonly string[],
): (TableColumn | null)[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const column = columnOf(columns, header);
    if (column === undefined || taken.has(column.field)) return null;
    taken.add(column.field);
    return column;
  });
}

/** Fields the rows cannot do without that no column gives. */
export function missingFields({ needed }: ImportKindDefinition, mapping: ColumnMapping): string[] {
  return needed.filter((field) => !mapping.some((column) => column?.field === field));
}

/** Rows of text as rows of fields. Empty cells say nothing; cells that do not fit stay text and are rejected with their place. */
export function mapRows(
  kind: ImportKindDefinition,
  mapping: ColumnMapping,
  rows: readonly { line: number; cells: readonly string[] }[],
): TableRow[] {
  const firstLine = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const item: Record<string, unknown> = {};
    for (const [index, column] of mapping.entries()) {
      const cell = (cells[index] ?? '').trim();
      if (column !== null && cell !== '') item[column.field] = readCell(cell, column.type);
    }
    const id = JSON.stringify(kind.identity.map((field) => item[field] ?? null));
    const earlier = firstLine.get(id);
    if (earlier === undefined) firstLine.set(id, line);
    return earlier === undefined ? { line, item } : { line, item, repeats: earlier };
  });
}

import type { Table } from './reading/table.ts';

/** As many files as a window remembers. */
const most = 5;
const files = new Map<string, Table>();

/** Keeps a file that was chosen in this window, by its import: rejected rows are then given back with everything they held. */
export function rememberFile(id: string, table: Table): void {
  files.set(id, table);
  const [oldest] = files.keys();
  if (files.size > most && oldest !== undefined) files.delete(oldest);
}

export function rememberedFile(id: string): Table | undefined {
  return files.get(id);
}

import { z } from 'zod';
import { create } from 'zustand';
import { columnIds, firstColumns, fixedColumn, type ColumnId } from './columns.ts';

const storageKey = 'sluice.order-columns';
const schema = z.array(z.enum(columnIds)).min(1);

function read(): readonly ColumnId[] {
  try {
    const kept = schema.safeParse(JSON.parse(globalThis.localStorage.getItem(storageKey) ?? 'null'));
    return kept.success ? kept.data : firstColumns;
  } catch {
    return firstColumns;
  }
}

interface Columns {
  columns: readonly ColumnId[];
  choose: (columns: readonly ColumnId[]) => void;
}

/** The columns somebody chose in this browser. */
export const useColumns = create<Columns>()((set) => ({
  columns: read(),
  choose(columns) {
    const next = columnIds.filter((id) => id === fixedColumn || columns.includes(id));
    set({ columns: next });
    try {
      globalThis.localStorage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // Chosen until the page is closed.
    }
  },
}));

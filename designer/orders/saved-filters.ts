import { z } from 'zod';
import { create } from 'zustand';

const storageKey = 'sluice.order-filters';
const savedSchema = z.array(z.object({ name: z.string().max(40), search: z.string().max(600) })).max(30);
export type SavedFilter = z.output<typeof savedSchema>[number];

function read(): SavedFilter[] {
  try {
    const saved = savedSchema.safeParse(JSON.parse(globalThis.localStorage.getItem(storageKey) ?? '[]'));
    return saved.success ? saved.data : [];
  } catch {
    return [];
  }
}

interface SavedFilters {
  saved: readonly SavedFilter[];
  /** Keeps a filter under a name; the same name again replaces it. */
  save: (filter: SavedFilter) => void;
  remove: (name: string) => void;
}

/** Filters kept in this browser. */
export const useSavedFilters = create<SavedFilters>()((set, get) => {
  const keep = (saved: readonly SavedFilter[]): void => {
    set({ saved });
    try {
      globalThis.localStorage.setItem(storageKey, JSON.stringify(saved));
    } catch {
      // A browser that keeps nothing shows them until the page is closed.
    }
  };
  return {
    saved: read(),
    save: (filter) => keep([...get().saved.filter(({ name }) => name !== filter.name), filter].slice(-30)),
    remove: (name) => keep(get().saved.filter((filter) => filter.name !== name)),
  };
});

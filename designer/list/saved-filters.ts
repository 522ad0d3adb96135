import { z } from 'zod';
import { create, type StoreApi, type UseBoundStore } from 'zustand';

const savedSchema = z.array(z.object({ name: z.string().max(40), search: z.string().max(600) })).max(30);
export type SavedFilter = z.output<typeof savedSchema>[number];

function read(storageKey: string): SavedFilter[] {
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

const mostKept = 30;

/** The filters of one list, kept in this browser under this name. */
export function savedFilters(storageKey: string): UseBoundStore<StoreApi<SavedFilters>> {
  return create<SavedFilters>()((set, get) => {
    const keep = (saved: readonly SavedFilter[]): void => {
      set({ saved });
      try {
        globalThis.localStorage.setItem(storageKey, JSON.stringify(saved));
      } catch {
        // A browser that keeps nothing shows them until the page is closed.
      }
    };
    return {
      saved: read(storageKey),
      save: (filter) =>
        keep([...get().saved.filter(({ name }) => name !== filter.name), filter].slice(-mostKept)),
      remove: (name) => keep(get().saved.filter((filter) => filter.name !== name)),
    };
  });
}

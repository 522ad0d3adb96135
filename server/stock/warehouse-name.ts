import type { State, StoredDocument } from '../door/handler.ts';

interface StoredWarehouse extends StoredDocument {
  item: { name?: string };
}

/** What people call a warehouse: its name in the catalogue, else its id. */
export function warehouseName(state: State, id: string): string {
  return state.get<StoredWarehouse>('warehouses', id)?.item.name ?? id;
}

import type { Need, State, StoredDocument } from '../door/handler.ts';

/** The most a channel may hold of a SKU at a time, in one warehouse or (null) in all together. */
export interface Cap extends StoredDocument {
  channel: string;
  sku: string;
  warehouse: string | null;
  quantity: number;
  /** Units its open reservations hold; kept by every transaction that opens or ends one. */
  used: number;
}

export function capId(channel: string, sku: string, warehouse: string | null = null): string {
  return warehouse === null ? `${channel}|${sku}` : `${channel}|${sku}|${warehouse}`;
}

/** Caps that bound a channel's locks of these SKUs in these warehouses. */
export function needsOfCaps(channel: string, places: readonly { sku: string; warehouse: string }[]): Need[] {
  const ids = places.flatMap(({ sku, warehouse }) => [capId(channel, sku), capId(channel, sku, warehouse)]);
  return ids.length === 0 ? [] : [{ collection: 'caps', ids: [...new Set(ids)] }];
}

/** The caps that were read and bound this place. */
export function capsOf(state: State, channel: string, sku: string, warehouse: string): Cap[] {
  return [capId(channel, sku), capId(channel, sku, warehouse)].flatMap(
    (id) => state.get<Cap>('caps', id) ?? [],
  );
}

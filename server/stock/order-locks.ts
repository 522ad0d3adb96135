import type { Need, State } from '../door/handler.ts';
import type { StoredLine, StoredOrder } from '../orders/order.ts';
import { stockKey } from './balance/balance.ts';
import { capId } from './cap.ts';
import type { Reservation } from './reservation.ts';

type Locking = Pick<StoredOrder, 'locks'>;

/** The open reservations of an order, and once they are known what ending them changes. */
export function needsOfLocks({ locks = [] }: Locking, state?: State): Need[] {
  if (locks.length === 0) return [];
  const known = locks.flatMap((id) => state?.get<Reservation>('reservations', id) ?? []);
  return [{ collection: 'reservations', ids: locks }, ...needsToEnd(known)];
}

/** What ending these reservations changes beside them. */
export function needsToEnd(reservations: readonly Reservation[]): Need[] {
  if (reservations.length === 0) return [];
  const caps = reservations.flatMap(({ channel, sku, warehouse }) => [
    capId(channel, sku),
    capId(channel, sku, warehouse),
  ]);
  return [
    {
      collection: 'stock',
      ids: [...new Set(reservations.map(({ warehouse, sku }) => stockKey(warehouse, sku)))],
    },
    { collection: 'caps', ids: [...new Set(caps)] },
  ];
}

/** Open reservations of an order, in the order they were made. */
export function locksOf({ locks = [] }: Locking, state: State): Reservation[] {
  return locks.flatMap((id) => state.get<Reservation>('reservations', id) ?? []).filter(({ open }) => open);
}

/** The order with these reservations as they are now: open ones are its locks, ended ones no longer. */
export function withLocks(order: StoredOrder, changed: readonly Reservation[]): StoredOrder {
  const ids = new Set(order.locks ?? []);
  for (const { _id, open } of changed) {
    if (open) ids.add(_id);
    else ids.delete(_id);
  }
  return { ...order, locks: [...ids] };
}

/** Units of a line that have left the warehouse. */
export function shippedOf({ shipped = [] }: Pick<StoredOrder, 'shipped'>, lineId: string): number {
  return shipped.find(({ line }) => line === lineId)?.quantity ?? 0;
}

/** The order with so many more units of a line shipped. */
export function withShipped(order: StoredOrder, lineId: string, units: number): StoredOrder {
  const others = (order.shipped ?? []).filter(({ line }) => line !== lineId);
  return { ...order, shipped: [...others, { line: lineId, quantity: shippedOf(order, lineId) + units }] };
}

/** Units of a line that are neither locked nor shipped. */
export function missingOf(order: StoredOrder, line: StoredLine, locks: readonly Reservation[]): number {
  const locked = locks
    .filter((lock) => lock.line === line.lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  return Math.max(0, line.quantity - shippedOf(order, line.lineId) - locked);
}

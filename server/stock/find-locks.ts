import { records, type Store } from '../store/store.ts';
import type { Reservation } from './reservation.ts';

export interface LockQuery {
  warehouse?: string | undefined;
  sku?: string | undefined;
  layer?: string | undefined;
  /** Only those that end by themselves, the next to end first. */
  expiring?: boolean | undefined;
  limit: number;
  /** Id of the last one seen, with its end (epoch ms) before it where they are in order of ends: `1733000000000|ID`. */
  cursor?: string | undefined;
}

/** Locks that hold units now: a page and where the next one begins. */
export async function findLocks(
  store: Store,
  { warehouse, sku, layer, expiring, limit, cursor }: LockQuery,
): Promise<{ found: Reservation[]; next: string | null }> {
  const where = {
    open: true,
    ...(sku === undefined ? {} : { sku }),
    ...(warehouse === undefined ? {} : { warehouse }),
    ...(layer === undefined ? {} : { layer }),
    ...(expiring === true ? { expiring: true } : {}),
    ...(cursor === undefined ? {} : behind(cursor, expiring === true)),
  };
  const sort: Record<string, 1 | -1> = expiring === true ? { expiresAt: 1, _id: 1 } : { _id: 1 };
  const page = await records<Reservation>(store, 'reservations').find(where, { sort, limit: limit + 1 });
  const found = page.slice(0, limit);
  const last = found.at(-1);
  if (page.length <= limit || last === undefined) return { found, next: null };
  return { found, next: expiring === true ? `${last.expiresAt?.getTime() ?? 0}|${last._id}` : last._id };
}

function behind(cursor: string, expiring: boolean): Record<string, unknown> {
  if (!expiring) return { _id: { $gt: cursor } };
  const bar = cursor.indexOf('|');
  const end = new Date(Number(cursor.slice(0, bar)) || 0);
  return { $or: [{ expiresAt: { $gt: end } }, { expiresAt: end, _id: { $gt: cursor.slice(bar + 1) } }] };
}

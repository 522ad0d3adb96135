import type { Change, State, StoredDocument } from '../door/handler.ts';
import type { StoredOrder } from './order.ts';

const dayMs = 24 * 3_600_000;
const mostRecent = 50;
const mostSkus = 100;
const daysKept = 90;

interface RecentOrder {
  order: string;
  channel: string;
  /** When it was placed. */
  at: number;
  skus: string[];
}

/** What is known of one strong identity. Written by each of its orders, so that two at the same moment see each other. */
export interface StoredIdentity extends StoredDocument {
  /** Orders of the last 24 h, the newest last. */
  recent: RecentOrder[];
  /** Orders per day: number of the day since 1970 and how many. */
  days: [number, number][];
  orders: number;
  firstAt: number;
}

export function identitiesIn(state: State, keys: readonly string[]): StoredIdentity[] {
  return keys.flatMap((key) => state.get<StoredIdentity>('identities', key) ?? []);
}

/** Enters an order in the documents of its identities. */
export function enterOrder(order: StoredOrder, state: State): Change[] {
  const entry: RecentOrder = {
    order: order._id,
    channel: order.channel,
    at: order.placedAt,
    skus: [...new Set(order.lines.map(({ sku }) => sku))].slice(0, mostSkus),
  };
  return order.identities.map((key) => {
    const known = state.get<StoredIdentity>('identities', key);
    const recent = [...(known?.recent ?? []), entry].sort((a, b) => a.at - b.at);
    const newest = recent.at(-1)!.at;
    const document = {
      _id: key,
      recent: recent.filter(({ at }) => newest - at < dayMs).slice(-mostRecent),
      days: countDay(known?.days ?? [], order.placedAt),
      orders: (known?.orders ?? 0) + 1,
      firstAt: Math.min(known?.firstAt ?? order.placedAt, order.placedAt),
    };
    return { put: 'identities', document };
  });
}

/** Writes the documents again unchanged: a decision that reads them must notice when they move. */
export function touchIdentities(order: StoredOrder, state: State): Change[] {
  return identitiesIn(state, order.identities).map((document) => ({ put: 'identities', document }));
}

/** A cancelled order counts no more. */
export function leaveIdentities(order: StoredOrder, state: State): Change[] {
  return identitiesIn(state, order.identities).map((known) => ({
    put: 'identities',
    document: { ...known, recent: known.recent.filter((entry) => entry.order !== order._id) },
  }));
}

function countDay(days: readonly [number, number][], at: number): [number, number][] {
  const day = Math.floor(at / dayMs);
  const last = days.at(-1);
  if (last?.[0] === day) return [...days.slice(0, -1), [day, last[1] + 1]];
  const newest = Math.max(day, last?.[0] ?? day);
  const counts = new Map(days);
  counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].filter(([one]) => newest - one < daysKept).sort(([a], [b]) => a - b);
}

export interface IdentityCounts {
  ordersLast24h: number;
  channelsLast24h: number;
  sameSkuLast24h: number;
  isNew: boolean;
  orderCount90d: number;
}

/** Counts around an order that is entered already; null when nothing says whose it is. */
export function identityCounts(
  order: StoredOrder,
  identities: readonly StoredIdentity[],
): IdentityCounts | null {
  if (order.identities.length === 0) return null;
  const others = new Map<string, RecentOrder>();
  for (const { recent } of identities) {
    for (const entry of recent) {
      if (entry.order !== order._id && Math.abs(entry.at - order.placedAt) < dayMs)
        others.set(entry.order, entry);
    }
  }
  const skus = new Set(order.lines.map(({ sku }) => sku));
  const near = [...others.values()];
  const day = Math.floor(order.placedAt / dayMs);
  const inDays = identities.map(({ days }) =>
    days.reduce((sum, [one, count]) => (one <= day && day - one < daysKept ? sum + count : sum), 0),
  );
  return {
    ordersLast24h: near.length + 1,
    channelsLast24h: new Set([order.channel, ...near.map(({ channel }) => channel)]).size,
    sameSkuLast24h: near.filter((entry) => entry.skus.some((sku) => skus.has(sku))).length + 1,
    isNew: identities.every(({ orders }) => orders <= 1),
    // Each document counts this order too; what they share is not counted twice.
    orderCount90d: Math.max(0, ...inDays.map((count) => count - 1)),
  };
}

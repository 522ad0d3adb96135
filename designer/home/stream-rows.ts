import type { OrderRow } from '../../rules-library/contract/orders.ts';

/** Newest first, held ones before all others, at most `most`; of each order its newest state. */
export function streamRows(
  sources: readonly (readonly OrderRow[])[],
  most: { held: number; all: number },
): { rows: OrderRow[]; held: number } {
  const newest = new Map<string, OrderRow>();
  for (const row of sources.flat()) {
    const known = newest.get(row.id);
    if (known === undefined || row.rev >= known.rev) newest.set(row.id, row);
  }
  const byTime = [...newest.values()].sort((a, b) =>
    a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : a.id < b.id ? 1 : -1,
  );
  const held = byTime.filter(({ holds }) => holds.length > 0);
  const moving = byTime.filter(({ holds }) => holds.length === 0);
  const first = held.slice(0, most.held);
  return { rows: [...first, ...moving].slice(0, most.all), held: held.length };
}

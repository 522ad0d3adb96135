import type { Layer } from '../../../rules-library/choices/layers.ts';
import type { Need, State } from '../../door/handler.ts';
import { stockKey, type Balance } from '../balance/balance.ts';
import { available } from '../balance/reserve.ts';
import type { Reservation } from '../reservation.ts';
import type { StockBook, Wanted } from '../stock-book.ts';
import type { WantedLine } from './wanted-lines.ts';

const mostWarehouses = 500;

/** Every warehouse that has or had a SKU. */
export function stockOfSku(sku: string): Need {
  return { collection: 'stock', where: { sku }, limit: mostWarehouses };
}

/** Whose locks they become. */
export type Owner = Pick<Wanted, 'order' | 'layer' | 'channel' | 'unpaid' | 'expiresAt'>;

/** What became of one line. */
export interface Allocated {
  wanted: WantedLine;
  locks: Reservation[];
  /** Units there were not enough for. */
  short: number;
}

/** How many units of a balance this owner may lock now. */
export function roomIn(
  book: StockBook,
  balance: Balance,
  { layer, channel }: { layer: Layer; channel: string },
): number {
  const room = book.roomFor(channel, balance.sku, balance.warehouse);
  return Math.max(0, Math.min(available(balance, layer), room));
}

/**
 * Locks a line: in its own warehouse, or wherever there is enough for all of it, in a warehouse that already ships of this order
 * first, then where most is; only a line that no warehouse has enough for is taken from several.
 */
export function allocate(
  book: StockBook,
  state: State,
  wanted: WantedLine,
  owner: Owner,
  preferred: ReadonlySet<string>,
): Allocated {
  const { line, quantity } = wanted;
  const places = candidates(state, wanted)
    .map((balance) => ({ warehouse: balance.warehouse, room: roomIn(book, balance, owner) }))
    .filter(({ room }) => room > 0)
    .sort(
      (a, b) =>
        Number(b.room >= quantity) - Number(a.room >= quantity) ||
        Number(preferred.has(b.warehouse)) - Number(preferred.has(a.warehouse)) ||
        b.room - a.room ||
        (a.warehouse < b.warehouse ? -1 : 1),
    );
  const locks: Reservation[] = [];
  let left = quantity;
  for (const { warehouse } of places) {
    if (left === 0) break;
    // A cap over all warehouses shrinks with each lock: asked again.
    const balance = book.balance(stockKey(warehouse, line.sku))!;
    const units = Math.min(left, roomIn(book, balance, owner));
    if (units === 0) continue;
    const lock = book.hold({ ...owner, line: line.lineId, warehouse, sku: line.sku, quantity: units });
    if (lock === null) continue;
    locks.push(lock);
    left -= units;
  }
  return { wanted, locks, short: left };
}

/** Balances a line may be locked in. */
export function candidates(state: State, { line, warehouse }: WantedLine): Balance[] {
  if (warehouse === null) return state.find<Balance>(stockOfSku(line.sku));
  const balance = state.get<Balance>('stock', stockKey(warehouse, line.sku));
  return balance?.warehouse === warehouse ? [balance] : [];
}

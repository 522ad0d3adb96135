import type { LineQuantities } from '../../rules-library/commands/line-quantities.ts';
import type { Refusal } from '../door/handler.ts';
import type { StoredOrder } from '../orders/order.ts';
import { badInput } from '../orders/refusal.ts';
import type { Reservation } from './reservation.ts';
import type { StockBook } from './stock-book.ts';

/** Locks a button acts on, those cut for it among them, and what is left of these. */
export interface Chosen {
  chosen: Reservation[];
  rest: Reservation[];
}

/** So many units of each line out of these locks, cutting the last one where it holds more; all of them without lines. */
export function chooseLocks(
  order: StoredOrder,
  locks: readonly Reservation[],
  lines: LineQuantities,
  book: StockBook,
): Chosen | Refusal {
  if (lines === undefined) return { chosen: [...locks], rest: [] };
  const chosen: Reservation[] = [];
  const rest: Reservation[] = [];
  for (const [index, one] of lines.entries()) {
    const { lineId, quantity } = typeof one === 'string' ? { lineId: one, quantity: undefined } : one;
    if (!order.lines.some((line) => line.lineId === lineId)) {
      const text = { zh: `订单没有明细「${lineId}」`, en: `The order has no line "${lineId}"` };
      return badInput(`lines.${index}`, text);
    }
    const own = locks.filter((lock) => lock.line === lineId && !chosen.includes(lock));
    const there = own.reduce((sum, lock) => sum + lock.quantity, 0);
    if (there === 0 || there < (quantity ?? 0)) {
      return badInput(`lines.${index}`, {
        zh: `明细「${lineId}」只有 ${there} 件可以这样做`,
        en: `Only ${there} of line "${lineId}" can be treated so`,
      });
    }
    let left = quantity ?? there;
    for (const lock of own) {
      if (left === 0) break;
      if (lock.quantity <= left) {
        chosen.push(lock);
        left -= lock.quantity;
        continue;
      }
      const [cut, other] = book.split(lock, left);
      chosen.push(cut);
      rest.push(other);
      left = 0;
    }
  }
  return { chosen, rest };
}

import type { Text } from '../../rules-library/schema/text.ts';
import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { changeOrder } from '../orders/history.ts';
import { hasReached } from '../orders/lifecycle.ts';
import { lockLayer } from '../orders/order-documents.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { locksOf, shippedOf, withLocks, withShipped } from './order-locks.ts';
import type { Reservation } from './reservation.ts';
import { StockBook } from './stock-book.ts';

interface Followed {
  after: Reservation[];
  text: Text;
}

/**
 * Brings the locks of an order in step with what a press made of it, on the draft that holds the order as it is now: an order that was
 * cancelled gives everything back, one that somebody else shipped has used its units up, lines that shrank let go of what
 * is too much, and once it is paid its locks no longer expire. Locks have to be read (`needsOfLocks`).
 */
export function locksFollow(before: StoredOrder, press: Press, draft: Draft): void {
  const order = draft.get<StoredOrder>('orders', before._id)!;
  const locks = locksOf(order, draft);
  if (locks.length === 0) return;
  const book = new StockBook(draft, press);
  const followed = follow(before, order, locks, book, draft);
  if (followed === null) return;
  const shipped = followed.after
    .filter(({ state }) => state === 'consumed')
    .reduce((sum, { line, quantity }) => withShipped(sum, line, quantity), order);
  const note = {
    type: 'locks-followed',
    text: followed.text,
    data: { locks: followed.after.map(({ _id }) => _id) },
  };
  draft.apply(changeOrder(withLocks(shipped, followed.after), press, draft.now, [note]).changes);
}

function follow(
  before: StoredOrder,
  order: StoredOrder,
  locks: readonly Reservation[],
  book: StockBook,
  draft: Draft,
): Followed | null {
  if (hasReached(order, 'shipped')) {
    const after = locks.map((lock) => book.consume(lock));
    return { after, text: unitsOfLocks(locks, { zh: '出库', en: 'Shipped' }, draft) };
  }
  if (!isOpen(order)) {
    const after = locks.map((lock) => book.giveBack(lock, 'released'));
    return { after, text: unitsOfLocks(locks, { zh: '释放', en: 'Released' }, draft) };
  }
  const trimmed = order.lines === before.lines ? [] : trim(order, locks, book);
  const given = trimmed.filter(({ state }) => state === 'released');
  const isPaidNow = before.payment.status === 'unpaid' && order.payment.status !== 'unpaid';
  const gone = new Set(given.map(({ _id }) => _id));
  const kept = isPaidNow
    ? locks.filter(({ _id }) => !gone.has(_id)).flatMap((lock) => keep(lock, order, book, draft))
    : [];
  if (given.length > 0) {
    const text = unitsOfLocks(given, { zh: '多锁的释放', en: 'Released what was too much:' }, draft);
    return { after: [...trimmed, ...kept], text };
  }
  if (kept.length === 0) return null;
  return {
    after: kept,
    text: unitsOfLocks(kept, { zh: '已付款，锁库不再到期：', en: 'Paid, the lock stays:' }, draft),
  };
}

/** An unpaid lock once the order is paid: it stays, in the layer the order has now. */
function keep(lock: Reservation, order: StoredOrder, book: StockBook, draft: Draft): Reservation[] {
  const current = draft.get<Reservation>('reservations', lock._id) ?? lock;
  if (!current.unpaid || !current.open) return [];
  const stays = book.settlePaid(current);
  return [(stays.layer === 'unpaid' ? book.relayer(stays, lockLayer(order, draft)) : null) ?? stays];
}

/** What is locked beyond what the lines want now, the latest first. */
function trim(order: StoredOrder, locks: readonly Reservation[], book: StockBook): Reservation[] {
  const room = new Map(
    order.lines.map((line) => [
      line.lineId,
      { sku: line.sku, units: line.quantity - shippedOf(order, line.lineId) },
    ]),
  );
  const changed: Reservation[] = [];
  for (const lock of locks) {
    const line = room.get(lock.line);
    const units = line?.sku === lock.sku ? Math.min(lock.quantity, Math.max(0, line.units)) : 0;
    if (line !== undefined) line.units -= units;
    if (units === lock.quantity) continue;
    if (units === 0) {
      changed.push(book.giveBack(lock, 'released'));
      continue;
    }
    const [kept, rest] = book.split(lock, units);
    changed.push(kept, book.giveBack(rest, 'released'));
  }
  return changed;
}

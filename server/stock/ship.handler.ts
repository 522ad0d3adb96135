import type { LineQuantities } from '../../rules-library/commands/line-quantities.ts';
import { isRefusal, type Refusal } from '../door/handler.ts';
import { refusedByHolds } from '../orders/blocking-holds.ts';
import { inState, stateWait } from '../orders/lifecycle.ts';
import type { StoredOrder } from '../orders/order.ts';
import { notNow, type Reason } from '../orders/refusal.ts';
import { chooseLocks } from './choose-locks.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton } from './lock-button.ts';
import { missingOf, shippedOf, withShipped } from './order-locks.ts';
import { orderOnTheWay } from './order-on-the-way.ts';
import type { Reservation } from './reservation.ts';

interface Input {
  lines?: LineQuantities;
  carrier?: string;
  waybill?: string;
}

/**
 * Picked units leave the warehouse: all of the order, or so many of some lines. Never more than was picked for it; once nothing is
 * left to ship the order is shipped.
 */
export const shipHandler = lockButton<Input>({
  name: 'ship',
  note: 'stock-shipped',
  raises: ['order.shipped'],
  find(press, state) {
    const found = orderOnTheWay(press, state, 'picking', 'shipped');
    if (isRefusal(found)) return found;
    return refusedByHolds(found.order, 'ship', state.now) ?? found;
  },
  act(book, { order, locks }, press, state) {
    const { lines, carrier, waybill } = press.input;
    const picked = locks.filter((lock) => lock.state === 'picked');
    const missing = lines === undefined ? notReady(order, locks) : null;
    if (missing !== null) return missing;
    const cut = chooseLocks(order, picked, lines, book);
    if (isRefusal(cut)) return cut;
    const shipped = cut.chosen.reduce((sum, { line, quantity }) => withShipped(sum, line, quantity), order);
    const isAll = shipped.lines.every((line) => shippedOf(shipped, line.lineId) >= line.quantity);
    const units = unitsOfLocks(cut.chosen, { zh: '发货', en: 'Shipped' }, state);
    const by = [carrier, waybill].filter((one) => one !== undefined).join(' ');
    return {
      before: cut.chosen,
      after: [...cut.chosen.map((lock) => book.consume(lock)), ...cut.rest],
      text: by === '' ? units : { zh: `${units.zh}，${by}`, en: `${units.en}; ${by}` },
      order: isAll ? inState(shipped, 'shipped', state.now) : shipped,
      ...(isAll ? { wait: stateWait(order), raised: [{ type: 'order.shipped' }] } : {}),
      result: { shipped: isAll },
    };
  },
});

/** What of the whole order is not picked yet, and the buttons that help; null when all of it is. */
function notReady(order: StoredOrder, locks: readonly Reservation[]): Refusal | null {
  const unlocked = order.lines.reduce((sum, line) => sum + missingOf(order, line, locks), 0);
  const unpicked = locks
    .filter(({ state }) => state !== 'picked')
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const reasons: Reason[] = [
    ...(unlocked === 0
      ? []
      : [{ code: 'not-locked', text: { zh: `还有 ${unlocked} 件没锁`, en: `${unlocked} are not locked` } }]),
    ...(unpicked === 0
      ? []
      : [{ code: 'not-picked', text: { zh: `还有 ${unpicked} 件没拣`, en: `${unpicked} are not picked` } }]),
  ];
  if (reasons.length === 0) return null;
  const message = {
    zh: `不能全部发货：${reasons.map(({ text }) => text.zh).join('，')}`,
    en: `Not all can be shipped: ${reasons.map(({ text }) => text.en).join(', ')}`,
  };
  return notNow(order, message, reasons, [
    ...(unlocked === 0 ? [] : [{ name: 'lock-stock' }]),
    ...(unpicked === 0 ? [] : [{ name: 'confirm-pick' }]),
  ]);
}

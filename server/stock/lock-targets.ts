import type { Need, Press, Refusal, State } from '../door/handler.ts';
import type { StoredOrder } from '../orders/order.ts';
import { locksOf, needsOfLocks, needsToEnd } from './order-locks.ts';
import type { Reservation } from './reservation.ts';

/** Locks of an order, and that order. */
export interface OrderLocks {
  order: StoredOrder;
  locks: Reservation[];
}

/** What a button on one reservation, or on all of an order, reads. */
export function needsOfTarget({ target }: Pick<Press, 'target'>, state?: State): Need[] {
  if (target === null) return [];
  if (target.kind === 'order') {
    const order = state?.get<StoredOrder>('orders', target.id);
    return [
      { collection: 'orders', ids: [target.id] },
      ...(order === undefined ? [] : needsOfLocks(order, state)),
    ];
  }
  const reservation = state?.get<Reservation>('reservations', target.id);
  return [
    { collection: 'reservations', ids: [target.id] },
    ...(reservation === undefined
      ? []
      : [{ collection: 'orders', ids: [reservation.order] }, ...needsToEnd([reservation])]),
  ];
}

/** The open locks a button on a reservation or an order acts on; it refuses where there are none. */
export function targetLocks({ target }: Pick<Press, 'target'>, state: State): OrderLocks | Refusal {
  if (target?.kind === 'order') {
    const order = state.get<StoredOrder>('orders', target.id);
    if (order === undefined) return nothingThere('order');
    const locks = locksOf(order, state);
    return locks.length > 0 ? { order, locks } : noLock();
  }
  const reservation = state.get<Reservation>('reservations', target?.id ?? '');
  const order = state.get<StoredOrder>('orders', reservation?.order ?? '');
  if (reservation === undefined || order === undefined) return nothingThere('reservation');
  return reservation.open ? { order, locks: [reservation] } : noLock();
}

function nothingThere(kind: 'order' | 'reservation'): Refusal {
  const message =
    kind === 'order'
      ? { zh: '没有找到这张订单，请检查编号', en: 'There is no such order; check its id' }
      : { zh: '没有找到这个锁，请检查编号', en: 'There is no such lock; check its id' };
  return { refused: { code: 'not-found', path: 'target', message } };
}

function noLock(): Refusal {
  const text = { zh: '没有锁着的库存', en: 'No stock is locked here' };
  return {
    refused: { code: 'refused', message: text, details: { reasons: [{ code: 'no-lock', text }], cures: [] } },
  };
}

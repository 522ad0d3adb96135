import type { Need, State } from '../door/handler.ts';
import { momentFacts, dayOf } from '../orders/facts/moment.ts';
import { factsAround, needsAround } from '../orders/order-documents.ts';
import type { StoredOrder } from '../orders/order.ts';

const orderPrefix = 'order:';

/** The order a subject is, if it is one. */
export function orderOfSubject(subject: string): string | null {
  return subject.startsWith(orderPrefix) ? subject.slice(orderPrefix.length) : null;
}

/** What the facts of a subject are made of, once the subject itself has been read. */
export function needsOfSubject(subject: string, state: State, zone: string): Need[] {
  const order = state.get<StoredOrder>('orders', orderOfSubject(subject) ?? '');
  return order === undefined
    ? [{ collection: 'calendar', ids: [dayOf(state.now, zone)] }]
    : needsAround(order, state.now, zone);
}

/** Facts of a subject as it is now, read anew; of anything but an order, those of the moment. */
export function factsOfSubject(subject: string, state: State, zone: string): Record<string, unknown> {
  const order = state.get<StoredOrder>('orders', orderOfSubject(subject) ?? '');
  if (order !== undefined) return factsAround(order, state, zone);
  const day = state.get<{ _id: string; rev: number; item: { isBusinessDay?: boolean } }>(
    'calendar',
    dayOf(state.now, zone),
  );
  return momentFacts(state.now, zone, day?.item.isBusinessDay);
}

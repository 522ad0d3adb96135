import type { Change, Need, State, StoredDocument } from '../door/handler.ts';
import type { OrderWait, StoredOrder } from '../orders/order.ts';
import { stopTimer } from '../timers/timer.ts';

/** Where each kind of wait is kept. */
const collections: Record<OrderWait['kind'], string> = {
  approval: 'approvals',
  question: 'approvals',
  wait: 'waits',
};

/** What an order's flows wait for, with their timers; nothing where they wait for nothing. */
export function needsOfWaits({ waits = [] }: Pick<StoredOrder, 'waits'>): Need[] {
  return waits.flatMap(({ kind, id, timer }): Need[] => [
    { collection: collections[kind], ids: [id] },
    ...(timer === null ? [] : [{ collection: 'timers', ids: [timer] }]),
  ]);
}

/** The order with one more wait; one of the same id is replaced. */
export function withWait(order: StoredOrder, wait: OrderWait): StoredOrder {
  return { ...order, waits: [...(order.waits ?? []).filter(({ id }) => id !== wait.id), wait] };
}

export function withoutWait(order: StoredOrder, id: string): StoredOrder {
  const waits = (order.waits ?? []).filter((wait) => wait.id !== id);
  const approvals = waits.some(({ kind }) => kind === 'approval');
  // The hold lies while anybody is asked to approve.
  const holds = approvals ? order.holds : order.holds.filter(({ code }) => code !== awaitingApproval);
  return { ...order, waits, holds };
}

/** The hold that lies on an order while somebody is asked to approve. */
export const awaitingApproval = 'awaiting-approval';

/** An order that has ended waits for nothing more: its approvals, questions and waits end with it, and open no stage. */
export function endWaits(order: StoredOrder, state: State): { order: StoredOrder; changes: Change[] } {
  const waits = order.waits ?? [];
  if (waits.length === 0) return { order, changes: [] };
  const changes = waits.flatMap(({ kind, id, timer }): Change[] => {
    const collection = collections[kind];
    const known = state.get<StoredDocument>(collection, id);
    const ended = { ...known, _id: id, state: 'ended', open: false, timer: null, endedAt: state.now };
    const stopped = timer !== null && state.get('timers', timer) !== undefined ? stopTimer(timer) : [];
    return known === undefined ? stopped : [{ put: collection, document: ended }, ...stopped];
  });
  const holds = order.holds.filter(({ code }) => code !== awaitingApproval);
  return { order: { ...order, waits: [], holds }, changes };
}

import { orderRoad } from '../../rules-library/choices/order-road.ts';
import { orderStates } from '../../rules-library/choices/order-states.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredOrder } from './order.ts';

/** The state a button leads to, by button: what cures an order that has not come so far. */
const leadsTo: Readonly<Record<string, string>> = {
  confirmed: 'confirm-order',
  released: 'release-order',
  picking: 'confirm-pick',
  shipped: 'ship',
  delivered: 'mark-delivered',
  closed: 'close-order',
};

/** What people report of elsewhere: an order moves forward only; it may be cancelled until it has been delivered. */
export function mayBecome({ state }: Pick<StoredOrder, 'state'>, wanted: string): boolean {
  const at = orderRoad.indexOf(state);
  if (at < 0) return false;
  if (wanted === 'cancelled') return at < orderRoad.indexOf('delivered');
  return orderRoad.indexOf(wanted) > at;
}

/** Whether the order stands at this state or has passed it. */
export function hasReached({ state }: Pick<StoredOrder, 'state'>, wanted: string): boolean {
  return orderRoad.indexOf(state) >= orderRoad.indexOf(wanted);
}

/** The button that takes an order one state further. */
export function nextButton({ state }: Pick<StoredOrder, 'state'>): string | undefined {
  return leadsTo[orderRoad[orderRoad.indexOf(state) + 1] ?? ''];
}

export function stateLabel(state: string): Text {
  return orderStates.find(({ value }) => value === state)?.label ?? { zh: state, en: state };
}

/** The order in another state; how long it was in the old one is told by its history. */
export function inState(order: StoredOrder, state: string, now: number): StoredOrder {
  return { ...order, state, stateSince: now };
}

/** What a change of state ends: the wait for it, by name and since when. */
export function stateWait(order: StoredOrder): { name: string; since: number } {
  return { name: `state:${order.state}`, since: order.stateSince ?? order.receivedAt };
}

/** What lifting a hold ends. */
export function holdWait({ code, since }: { code: string; since: number }): { name: string; since: number } {
  return { name: `hold:${code}`, since };
}

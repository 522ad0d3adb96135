import type { Change, Press, State } from '../door/handler.ts';
import { moveCredit } from './credit.ts';
import { leaveIdentities } from './identity-entries.ts';
import { inState } from './lifecycle.ts';
import { resolveAlerts } from './open-alerts.ts';
import type { StoredOrder } from './order.ts';
import { endWaits } from '../stages/order-waits.ts';

/** An order that is cancelled: it waits for nothing, counts no more, takes no credit, and nobody needs to act on it. */
export function cancelled(
  order: StoredOrder,
  state: State,
  press: Press<never> | null,
): { order: StoredOrder; changes: Change[] } {
  const ended = endWaits({ ...inState(order, 'cancelled', state.now), holds: [] }, state);
  const left = moveCredit(ended.order, state);
  return {
    order: left.order,
    changes: [
      ...ended.changes,
      ...left.changes,
      ...leaveIdentities(order, state),
      ...resolveAlerts(order._id, state, press),
    ],
  };
}

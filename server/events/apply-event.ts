import type { Change, State } from '../door/handler.ts';
import { withNews, type StoredAlert } from '../alerts/alert.ts';
import { present } from '../orders/build-order.ts';
import { leaveIdentities, touchIdentities } from '../orders/identity-entries.ts';
import { openAlertsOf } from '../orders/lift-hold.handler.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { endWaits } from '../stages/order-waits.ts';
import { applyChanges } from './apply-changes.ts';
import { changeFacts } from './change-facts.ts';
import type { ReadEvent } from './read-event.ts';
import { mayBecome, reportedState } from './state-events.ts';

/** An event taken into its order. */
export interface AppliedEvent {
  order: StoredOrder;
  changes: Change[];
  /** One decision each: the facts the event itself brings. */
  decisions: Record<string, unknown>[];
  /** What it changed, for the audit. */
  fields: string[];
}

interface Applying {
  vault: PersonalVault;
  by: 'person' | 'connector';
  zone: string;
  state: State;
}

/** What the event does to its order; null when it is older than what is known, or the order cannot become so any more. */
export function applyEvent(order: StoredOrder, event: ReadEvent, applying: Applying): AppliedEvent | null {
  const { state, vault, by, zone } = applying;
  const touched = touchIdentities(order, state);
  const target = reportedState(event.type);
  if (target !== null) {
    if (!mayBecome(order, target) || !isNewer(order, 'state', event)) return null;
    const moved = stamped({ ...order, state: target }, 'state', event);
    if (target !== 'cancelled') return { order: moved, changes: touched, decisions: [{}], fields: ['state'] };
    const ended = endWaits(moved, state);
    return {
      order: { ...ended.order, holds: [] },
      changes: [...leaveIdentities(order, state), ...resolveAlerts(order, state), ...ended.changes],
      decisions: [{}],
      fields: ['state'],
    };
  }
  if (event.type === 'payment.changed') {
    if (!isNewer(order, 'payment', event)) return null;
    const { paidAt, ...paid } = event.payment;
    const payment = {
      ...order.payment,
      ...present({ ...paid, paidAt: paidAt === undefined ? undefined : Date.parse(paidAt) }),
    };
    return {
      order: stamped({ ...order, payment }, 'payment', event),
      changes: touched,
      decisions: [{}],
      fields: ['payment'],
    };
  }
  if (!isOpen(order)) return null;
  if (event.type === 'order.changed') {
    const { order: changed, applied } = applyChanges(order, event.changes, event.occurredAt, vault);
    if (applied.length === 0) return null;
    return {
      order: changed,
      changes: touched,
      decisions: changeFacts(order, changed, by, zone),
      fields: applied,
    };
  }
  const requested = event.type === 'rush.requested' ? { ...order, rushRequested: true } : order;
  return { order: requested, changes: touched, decisions: [{}], fields: [] };
}

function isNewer(order: StoredOrder, part: string, { occurredAt }: ReadEvent): boolean {
  return (order.asOf[part] ?? Number.NEGATIVE_INFINITY) <= occurredAt;
}

function stamped(order: StoredOrder, part: string, { occurredAt }: ReadEvent): StoredOrder {
  return { ...order, asOf: { ...order.asOf, [part]: occurredAt } };
}

/** Nobody needs to act on a cancelled order. */
function resolveAlerts(order: StoredOrder, state: State): Change[] {
  return state.find<StoredAlert>(openAlertsOf(order._id)).map((alert) => ({
    put: 'alerts',
    document: { ...withNews(alert, 'alert.resolved'), state: 'resolved', open: false },
  }));
}

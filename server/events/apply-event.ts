import type { Change, State } from '../door/handler.ts';
import { present } from '../orders/build-order.ts';
import { cancelled } from '../orders/cancelled.ts';
import { touchIdentities } from '../orders/identity-entries.ts';
import { inState, mayBecome } from '../orders/lifecycle.ts';
import { isOpen, type StoredOrder } from '../orders/order.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { applyChanges } from './apply-changes.ts';
import { changeFacts } from './change-facts.ts';
import type { ReadEvent } from './read-event.ts';
import { reportedState } from './state-events.ts';

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
    const moved =
      target === 'cancelled'
        ? cancelled(order, state, null)
        : { order: inState(order, target, state.now), changes: touched };
    return {
      order: stamped(moved.order, 'state', event),
      changes: moved.changes,
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

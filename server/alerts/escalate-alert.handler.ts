import type { Decider } from '../decisions/decider.ts';
import {
  defineHandler,
  type CommandHandler,
  type Outcome,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { isFenced, needsLease } from '../leases/lease.ts';
import { orderSignal } from '../orders/changed.ts';
import { changeOrder } from '../orders/history.ts';
import { openAlertsOf } from '../orders/open-alerts.ts';
import { factsAround, needsAround } from '../orders/order-documents.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { StoredAlert } from './alert.ts';
import { overdue } from './life.ts';

/** The lease under which overdue alerts are handed on. */
export const overdueLease = 'overdue-alerts';
/** A chain of alerts nobody answers, each raised about the one before, ends here. */
const longestChain = 4;

/**
 * Hands an alert on that nobody answered in its time, and, the first time, has `alert.unanswered` decided about its order. Asked
 * again, or by a process whose lease is over, it does nothing.
 */
export function escalateAlertHandler(decider: Decider): CommandHandler {
  return defineHandler<{ fence: number }>({
    name: 'escalate-alert',
    needs({ target }, state) {
      const release = decider.release();
      const own = [{ collection: 'alerts', ids: [target!.id] }, needsLease(overdueLease)];
      if (state === undefined) return [...own, ...decider.needs(release)];
      const { order: id } = state.get<StoredAlert>('alerts', target!.id) ?? { order: null };
      if (id === null) return own;
      const order = state.get<StoredOrder>('orders', id);
      if (order === undefined) return [{ collection: 'orders', ids: [id] }];
      return [
        ...needsAround(order, state.now, decider.zone()),
        openAlertsOf(id),
        ...decider.needs(release, state, order),
      ];
    },
    plan(press, state) {
      if (!isFenced(state, overdueLease, press.input.fence)) return leaseOver;
      const alert = state.get<StoredAlert>('alerts', press.target!.id);
      const handedOn = alert === undefined ? null : overdue(alert, state.now);
      if (alert === undefined || handedOn === null) return nothingToDo;
      const draft = new Draft(state);
      draft.apply([{ put: 'alerts', document: handedOn }]);
      const text =
        handedOn.state === 'escalated'
          ? { zh: '预警没人回应，已转给下一个角色', en: 'Nobody answered the alert; handed on' }
          : { zh: '预警到时没人回应', en: 'Nobody answered the alert in time' };
      const outcome: Outcome = {
        changes: [],
        result: { state: handedOn.state },
        text,
        audit: { before: { state: alert.state }, after: { state: handedOn.state } },
        signals: [{ name: 'alerts.waiting', data: {} }],
      };
      const order = state.get<StoredOrder>('orders', alert.order ?? '');
      if (order === undefined) return { ...outcome, changes: draft.changes };
      const note = { type: 'alert-unanswered', text, data: { alert: alert._id, state: handedOn.state } };
      draft.apply(changeOrder(order, press, state.now, [note]).changes);
      const release = decider.release();
      const chain = alert.chain ?? 0;
      const isFirst = (alert.escalated ?? null) === null;
      if (release !== null && isFirst && chain < longestChain) {
        const factsOn = (at: State): Record<string, unknown> =>
          Object.assign(factsAround(at.get<StoredOrder>('orders', order._id)!, at, decider.zone()), {
            'event.source': alert.kind,
          });
        const event = {
          type: 'alert.unanswered',
          subject: `order:${order._id}`,
          factsOn,
          index: 1,
          chain: chain + 1,
        };
        const { id, alerts, signals } = decider.decideEvent(release, press, event, draft);
        outcome.decision = id;
        outcome.alerts = alerts;
        outcome.signals!.push(...signals.filter(({ name }) => name !== 'order.changed'));
      }
      outcome.signals!.push(orderSignal(draft.get<StoredOrder>('orders', order._id)!));
      return { ...outcome, changes: draft.changes };
    },
  });
}

const leaseOver: Refusal = {
  refused: {
    code: 'refused',
    message: { zh: '这件事已由另一个进程接手', en: 'Another process has taken this over' },
  },
};

const nothingToDo: Outcome = {
  changes: [],
  result: { unchanged: true },
  text: { zh: '这条预警不用再转', en: 'This alert needs no handing on' },
};

import { askAgainWhereChanged } from '../approvals/approval-press.ts';
import { isRefusal, type CommandHandler } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from './changed.ts';
import { needsOfTimers, timersOfChange } from '../times/order-times.ts';
import { locksFollow } from '../stock/locks-follow.ts';
import { needsOfLocks } from '../stock/order-locks.ts';
import { waitingFor } from '../waits/end-wait.ts';
import { decideAbout, type Deciding } from './decide-about.ts';
import { touchIdentities } from './identity-entries.ts';
import { openAlertsOf } from './open-alerts.ts';
import { needsAround } from './order-documents.ts';
import type { StoredOrder } from './order.ts';

/**
 * A button of an order as people and connectors press it: the business events it raises are decided in the transaction of the
 * press. Rules press the handler itself: they raise no event about the order they decide.
 */
export function raising(handler: CommandHandler, { decider, stages }: Deciding): CommandHandler {
  const { raises } = handler;
  if (raises === undefined) return handler;
  return {
    ...handler,
    needs(press, state) {
      const needs = handler.needs(press, state);
      const release = decider.release();
      if (state === undefined) return [...needs, ...decider.needs(release)];
      const order = state.get<StoredOrder>('orders', press.target?.id ?? '');
      if (order === undefined) return needs;
      return [
        ...needs,
        ...needsAround(order, state.now, decider.zone()),
        openAlertsOf(order._id),
        ...needsOfLocks(order, state),
        ...needsOfTimers(release, withDelivery(order, press.input)),
        ...raises
          .flatMap((type) => waitingFor(type, order))
          .flatMap(({ release: own }) => stages.needs(own, `order:${order._id}`, state)),
        ...decider.needs(release, state, order),
      ];
    },
    plan(press, state) {
      const planned = handler.plan(press, state);
      const id = press.target?.id ?? '';
      if (isRefusal(planned) || planned.raised === undefined) return planned;
      const draft = new Draft(state);
      draft.apply(planned.changes);
      askAgainWhereChanged(id, press, draft);
      const [before, changed] = [state, draft].map((at) => at.get<StoredOrder>('orders', id)!);
      const release = decider.release();
      locksFollow(before!, press, draft);
      if (release !== null) draft.apply(timersOfChange(release, before!, changed!, draft));
      draft.apply(touchIdentities(draft.get<StoredOrder>('orders', id)!, draft));
      const decided = decideAbout(id, planned.raised, press, draft, { decider, stages });
      const after = draft.get<StoredOrder>('orders', id)!;
      const first = decided[0];
      return {
        ...planned,
        changes: draft.changes,
        result: { ...planned.result, state: after.state },
        alerts: [...(planned.alerts ?? []), ...decided.flatMap(({ alerts }) => alerts)],
        ...(first === undefined ? {} : { decision: first.id }),
        signals: [
          ...[...(planned.signals ?? []), ...decided.flatMap(({ signals }) => signals)].filter(
            ({ name }) => name !== 'order.changed',
          ),
          orderSignal(after),
        ],
      };
    },
  };
}

/** The order as it will want to be delivered after this press. */
function withDelivery(order: StoredOrder, input: unknown): StoredOrder {
  const wanted = (input as { requestedDelivery?: unknown }).requestedDelivery;
  return typeof wanted === 'string' ? { ...order, requestedDelivery: Date.parse(wanted) } : order;
}

import type { Decider } from '../decisions/decider.ts';
import { isRefusal, type CommandHandler } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderSignal } from './changed.ts';
import { decideAbout } from './decide-about.ts';
import { touchIdentities } from './identity-entries.ts';
import { openAlertsOf } from './open-alerts.ts';
import { needsAround } from './order-documents.ts';
import type { StoredOrder } from './order.ts';

/**
 * A button of an order as people and connectors press it: the business events it raises are decided in the transaction of the
 * press. Rules press the handler itself: they raise no event about the order they decide.
 */
export function raising(handler: CommandHandler, decider: Decider): CommandHandler {
  if (handler.raises === undefined) return handler;
  return {
    ...handler,
    needs(press, state) {
      const own = handler.needs(press, state);
      const release = decider.release();
      if (state === undefined) return [...own, ...decider.needs(release)];
      const order = state.get<StoredOrder>('orders', press.target?.id ?? '');
      if (order === undefined) return own;
      return [
        ...own,
        ...needsAround(order, state.now, decider.zone()),
        openAlertsOf(order._id),
        ...decider.needs(release, state),
      ];
    },
    plan(press, state) {
      const planned = handler.plan(press, state);
      const id = press.target?.id ?? '';
      if (isRefusal(planned) || planned.raised === undefined) return planned;
      const draft = new Draft(state);
      draft.apply(planned.changes);
      draft.apply(touchIdentities(draft.get<StoredOrder>('orders', id)!, draft));
      const decided = decideAbout(id, planned.raised, press, draft, decider);
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

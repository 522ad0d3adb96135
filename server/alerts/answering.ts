import { vocabulary } from '../../rules-library/index.ts';
import { canonicalJson } from '../canonical.ts';
import { isRefusal, type CommandHandler, type Press } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { openAlertsOf } from '../orders/open-alerts.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { StoredAlert } from './alert.ts';
import { closeAlerts, isAnswer } from './close-alerts.ts';

/**
 * The handler of a button on orders, with what it answers: an alert about the order that names the button is closed in the
 * same transaction when somebody presses it. Orders no alert was ever raised about cost no look.
 */
export function answering(handler: CommandHandler): CommandHandler {
  const command = vocabulary.commands.get(handler.name);
  if (command === undefined || !command.button || !command.target.includes('order')) return handler;
  return {
    ...handler,
    needs(press, state) {
      const own = handler.needs(press, state);
      const order = answeredOrder(press);
      const known = order === null ? undefined : state?.get<StoredOrder>('orders', order);
      return known === undefined || known.alerts === 0 ? own : [...own, openAlertsOf(known._id)];
    },
    plan(press, state) {
      const planned = handler.plan(press, state);
      const order = answeredOrder(press);
      // A press that waits for an approval has answered nothing yet.
      if (order === null || isRefusal(planned) || planned.pending !== undefined) return planned;
      const draft = new Draft(state);
      draft.apply(planned.changes);
      const answered = draft
        .find<StoredAlert>(openAlertsOf(order))
        .filter(({ buttons }) => buttons.some((button) => isPressed(button, press)));
      const closed = closeAlerts(answered, press, state.now);
      if (closed.length === 0) return planned;
      draft.apply(closed);
      const signals = [...(planned.signals ?? []), { name: 'alerts.waiting', data: {} }];
      return { ...planned, changes: draft.changes, signals };
    },
  };
}

function answeredOrder(press: Press<never>): string | null {
  return press.target?.kind === 'order' && isAnswer(press) ? press.target.id : null;
}

/** The alert's own button: on the same target, and with everything it gives filled in the same. */
function isPressed({ name, target, input }: StoredAlert['buttons'][number], press: Press<never>): boolean {
  if (name !== press.command.name || target !== `${press.target?.kind}:${press.target?.id}`) return false;
  const given = press.input as Record<string, unknown>;
  return Object.entries(input).every(
    ([field, value]) => canonicalJson(given[field]) === canonicalJson(value),
  );
}

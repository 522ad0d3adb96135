import type { StoredAlert } from '../alerts/alert.ts';
import { closeAlerts } from '../alerts/close-alerts.ts';
import type { Change, Need, Press, State } from '../door/handler.ts';

const mostAlerts = 50;

/** Alerts about an order that nobody has dealt with yet. */
export function openAlertsOf(order: string): Need {
  return { collection: 'alerts', where: { order, open: true }, limit: mostAlerts };
}

/** Those that no longer need anybody, by the press that saw to it, if one did: of one kind, or all of the order. */
export function resolveAlerts(
  order: string,
  state: State,
  press: Press<never> | null,
  kind?: string,
): Change[] {
  const found = state.find<StoredAlert>(openAlertsOf(order));
  return closeAlerts(
    found.filter((alert) => kind === undefined || alert.kind === kind),
    press,
    state.now,
  );
}

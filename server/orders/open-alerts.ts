import { withNews, type StoredAlert } from '../alerts/alert.ts';
import type { Change, Need, State } from '../door/handler.ts';

const mostAlerts = 50;

/** Alerts about an order that nobody has dealt with yet. */
export function openAlertsOf(order: string): Need {
  return { collection: 'alerts', where: { order, open: true }, limit: mostAlerts };
}

/** Those that no longer need anybody: of one kind, or all of the order. */
export function resolveAlerts(order: string, state: State, kind?: string): Change[] {
  return state
    .find<StoredAlert>(openAlertsOf(order))
    .filter((alert) => kind === undefined || alert.kind === kind)
    .map((alert): Change => {
      const document: StoredAlert = { ...withNews(alert, 'alert.resolved'), state: 'resolved', open: false };
      return { put: 'alerts', document };
    });
}

import { defineHandler } from '../door/handler.ts';
import type { StoredAlert } from './alert.ts';
import { changedAlerts } from './changed-alerts.ts';
import { delivered } from './life.ts';

/** Notes whose screens have said they hold which alerts. */
export const deliverAlertsHandler = defineHandler<{ receipts: { alert: string; person: string }[] }>({
  name: 'deliver-alerts',
  needs: ({ input }) => [{ collection: 'alerts', ids: input.receipts.map(({ alert }) => alert) }],
  plan({ input }, state) {
    const people = new Map<string, string[]>();
    for (const { alert, person } of input.receipts) {
      const known = people.get(alert);
      if (known === undefined) people.set(alert, [person]);
      else known.push(person);
    }
    const changed = [...people].flatMap(([id, persons]) => {
      const alert = state.get<StoredAlert>('alerts', id);
      return alert === undefined ? [] : (delivered(alert, persons) ?? []);
    });
    return changedAlerts(changed, {
      zh: `送达 ${changed.length} 条预警`,
      en: `Delivered ${changed.length} ${changed.length === 1 ? 'alert' : 'alerts'}`,
    });
  },
});

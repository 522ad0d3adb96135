import { defineHandler } from '../door/handler.ts';
import { roomsOf } from '../sockets/rooms.ts';
import type { StoredAlert } from './alert.ts';
import { changedAlerts } from './changed-alerts.ts';
import { seen } from './life.ts';

/** Notes that a person has had alerts of their rooms before their eyes; others, and those over, are passed by. */
export const seeAlertsHandler = defineHandler<{ alerts: string[] }>({
  name: 'see-alerts',
  needs: ({ input }) => [{ collection: 'alerts', ids: input.alerts }],
  plan({ input, actor }, state) {
    const mine = new Set(roomsOf(actor));
    const changed = [...new Set(input.alerts)].flatMap((id) => {
      const alert = state.get<StoredAlert>('alerts', id);
      if (alert === undefined || !alert.rooms.some((room) => mine.has(room))) return [];
      return seen(alert, actor, state.now) ?? [];
    });
    return changedAlerts(changed, {
      zh: `看到 ${changed.length} 条预警`,
      en: `Saw ${changed.length} ${changed.length === 1 ? 'alert' : 'alerts'}`,
    });
  },
});

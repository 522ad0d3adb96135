import { defineHandler, type Press } from '../door/handler.ts';
import { roomsOf } from '../sockets/rooms.ts';
import type { StoredAlert } from './alert.ts';
import { acknowledged, waits } from './life.ts';

/** Tells everybody in the alert's rooms that somebody has taken it on. */
export const acknowledgeAlertHandler = defineHandler<Record<string, never>>({
  name: 'acknowledge-alert',
  needs: ({ target }) => (target === null ? [] : [{ collection: 'alerts', ids: [target.id] }]),
  plan(press, state) {
    const { target, actor } = press;
    const alert = state.get<StoredAlert>('alerts', target?.id ?? '');
    const mine = new Set(roomsOf(actor));
    if (alert === undefined || (actor.kind === 'person' && !alert.rooms.some((room) => mine.has(room)))) {
      return {
        refused: {
          code: 'not-found',
          message: { zh: '没有找到这条预警', en: 'There is no such alert for you' },
          path: 'target',
        },
      };
    }
    if (!waits(alert)) {
      const by = alert.acknowledgedBy;
      return {
        changes: [],
        result: { state: alert.state },
        text:
          by === null
            ? { zh: '这条预警已经处理', en: 'This alert has been dealt with' }
            : { zh: `${by.zh}已知晓`, en: `Already seen by ${by.en}` },
      };
    }
    const document = acknowledged(alert, press as Press<never>, state.now);
    return {
      changes: [{ put: 'alerts', document }],
      result: { state: document.state },
      text: { zh: '已知晓', en: 'Acknowledged' },
      signals: [{ name: 'alerts.waiting', data: {} }],
      audit: { before: { state: alert.state }, after: { state: document.state } },
    };
  },
});

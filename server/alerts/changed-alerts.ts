import type { Text } from '../../rules-library/schema/text.ts';
import type { Outcome } from '../door/handler.ts';
import { alertView, type StoredAlert } from './alert.ts';

/** What a command answers that moved alerts on without numbered news: screens are hinted, loss is harmless. */
export function changedAlerts(changed: readonly StoredAlert[], text: Text): Outcome {
  return {
    changes: changed.map((document) => ({ put: 'alerts', document })),
    result: { changed: changed.length },
    text,
    signals: changed.map((alert) => ({ name: 'alert.changed', data: { alert: alertView(alert) } })),
  };
}

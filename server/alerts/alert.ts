import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredDocument } from '../door/handler.ts';

/** News of an alert that still has to be numbered. */
export type AlertNews = 'alert.raised' | 'alert.resolved';

/** An alert as stored: committed with its decision, numbered per room right after. */
export interface StoredAlert extends StoredDocument {
  kind: string;
  level: AlertView['level'];
  text: Text;
  at: number;
  rooms: string[];
  subject: AlertView['subject'];
  /** Id of the order it is about, if it is about one. */
  order: string | null;
  source: AlertView['source'];
  buttons: AlertView['buttons'];
  warehouse: string | null;
  state: AlertView['state'];
  /** Not resolved yet. */
  open: boolean;
  acknowledgedBy: Text | null;
  acknowledgedAt: number | null;
  /** Waits for its numbers; cleared by the sequencer. */
  news: AlertNews[];
  sequenced: boolean;
  /** When what led to it arrived at the door. */
  arrivedAt: number;
}

/** An alert as screens show it. */
export function alertView(alert: StoredAlert): AlertView {
  return {
    id: alert._id,
    kind: alert.kind,
    level: alert.level,
    text: alert.text,
    at: new Date(alert.at).toISOString(),
    rooms: alert.rooms,
    subject: alert.subject,
    source: alert.source,
    buttons: alert.buttons,
    state: alert.state,
    acknowledgedBy: alert.acknowledgedBy,
    acknowledgedAt: alert.acknowledgedAt === null ? null : new Date(alert.acknowledgedAt).toISOString(),
    warehouse: alert.warehouse,
  };
}

/** The alert with more news to number. */
export function withNews(alert: StoredAlert, news: AlertNews): StoredAlert {
  return { ...alert, news: [...alert.news, news], sequenced: false };
}

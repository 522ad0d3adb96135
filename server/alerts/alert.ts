import type { AlertState, AlertView } from '../../rules-library/contract/alerts.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredDocument } from '../door/handler.ts';

/** News of an alert that still has to be numbered. */
export type AlertNews = 'alert.raised' | 'alert.resolved';

/** Whom an alert reaches: a role (of one warehouse, if named) or a person. */
export interface Recipient {
  role?: string | undefined;
  person?: string | undefined;
  warehouse?: string | undefined;
}

/** What an alert has been through. Alerts of before it had a life have none of these fields. */
export interface AlertLife {
  /** People whose screens have it. */
  screens?: string[];
  seenBy?: { person: string; name: Text; at: number }[];
  answer?: { name: string; label: Text; person: string; by: Text; at: number; press: string } | null;
  /** Minutes; null when nobody waits for an answer. */
  answerWithin?: number | null;
  thenTo?: Recipient[];
  dueAt?: number | null;
  /** The clock runs: what overdue alerts are found by. */
  timed?: boolean;
  escalated?: { at: number; rooms: string[] } | null;
  /** How many alerts nobody answered led to this one. */
  chain?: number;
  /** What it is counted together by; `grouping`: still to be counted. */
  group?: string | null;
  grouping?: boolean;
  groupedInto?: string | null;
  count?: number;
  lastAt?: number | null;
  latest?: NonNullable<AlertView['subject']>[];
}

/** An alert as stored: committed with its decision, numbered per room right after. */
export interface StoredAlert extends StoredDocument, AlertLife {
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
  state: AlertState;
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

const mostShown = 5;

/** An alert as screens show it. */
export function alertView(alert: StoredAlert): AlertView {
  const { answer = null, escalated = null, seenBy = [] } = alert;
  return {
    id: alert._id,
    kind: alert.kind,
    level: alert.level,
    text: alert.text,
    at: iso(alert.at),
    rooms: alert.rooms,
    subject: alert.subject,
    source: alert.source,
    buttons: alert.buttons,
    state: alert.state,
    acknowledgedBy: alert.acknowledgedBy,
    acknowledgedAt: isoOrNull(alert.acknowledgedAt),
    warehouse: alert.warehouse,
    screens: alert.screens?.length ?? 0,
    seenBy: seenBy.slice(0, mostShown).map(({ name, at }) => ({ by: name, at: iso(at) })),
    answer:
      answer === null ? null : { name: answer.name, label: answer.label, by: answer.by, at: iso(answer.at) },
    dueAt: isoOrNull(alert.dueAt),
    escalated: escalated === null ? null : { at: iso(escalated.at), rooms: escalated.rooms },
    count: alert.count ?? 1,
    lastAt: isoOrNull(alert.lastAt),
    latest: alert.latest ?? [],
  };
}

/** The alert with more news to number. */
export function withNews(alert: StoredAlert, news: AlertNews): StoredAlert {
  return { ...alert, news: [...alert.news, news], sequenced: false };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function isoOrNull(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : iso(at);
}

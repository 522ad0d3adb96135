import type { ApprovalOpened } from './approvals.ts';
import type { AlertView } from './alerts.ts';
import type { OrderRow } from './orders.ts';

/** Socket.IO namespace of live news. The session cookie says who listens; the server computes the rooms. */
export const liveNamespace = '/live';

/** A numbered piece of news of a room; without holes, so that a screen knows what it missed. */
export interface Frame<Data> {
  room: string;
  seq: number;
  at: string;
  data: Data;
}

/** News without a number: a hint that something may be read anew. Loss is harmless. */
export interface OrderChanged {
  order: OrderRow;
}
/** Units of a warehouse and SKU moved. */
export interface StockChanged {
  key: string;
}
export interface ReleaseActivated {
  number: number;
  at: string;
}

/** What roles may press or read has changed: whoever listens reads their session anew. */
export type ButtonsChanged = Record<string, never>;

/** An alert came a step further in its life; its numbered news are only that it was raised and that it ended. */
export interface AlertChanged {
  alert: AlertView;
}

/**
 * More alerts of a room than a screen can take: `from` to `to` were counted instead of pushed one by one. Told only to screens
 * that say `paced` when they connect (`auth: { paced: true }`); the frame's own number is `to`.
 */
export interface AlertsMore {
  from: number;
  to: number;
  count: number;
  urgent: number;
}

export interface ServerEvents {
  'alert.raised': (frame: Frame<AlertView>) => void;
  'alert.resolved': (frame: Frame<AlertView>) => void;
  'alert.changed': (frame: Frame<AlertChanged>) => void;
  'alerts.more': (frame: Frame<AlertsMore>) => void;
  'order.changed': (frame: Frame<OrderChanged>) => void;
  'stock.changed': (frame: Frame<StockChanged>) => void;
  'approval.opened': (frame: Frame<ApprovalOpened>) => void;
  'release.activated': (frame: Frame<ReleaseActivated>) => void;
  'buttons.changed': (frame: Frame<ButtonsChanged>) => void;
}

/** `resume` names the last number seen of each room; the answer holds the rooms' heads, missed frames follow in order. */
export type ResumeRequest = Record<string, number>;
export interface ResumeAnswer {
  rooms: Record<string, number>;
  /** More than the server sends at once was missed: read the lists anew from here. */
  truncated: string[];
}

export interface ClientEvents {
  resume: (last: ResumeRequest, answer: (result: ResumeAnswer | { error: string }) => void) => void;
  ack: (received: { room: string; seq: number }) => void;
}

/**
 * Rooms whose frames are kept in the durable `(room, seq)` log. `order.changed`, `stock.changed`, `alert.changed`,
 * `release.activated` and `buttons.changed` are hints with seq 0.
 */
export const hintSeq = 0;

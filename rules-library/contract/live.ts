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
export interface ReleaseActivated {
  number: number;
  at: string;
}

export interface ServerEvents {
  'alert.raised': (frame: Frame<AlertView>) => void;
  'alert.resolved': (frame: Frame<AlertView>) => void;
  'order.changed': (frame: Frame<OrderChanged>) => void;
  'approval.opened': (frame: Frame<ApprovalOpened>) => void;
  'release.activated': (frame: Frame<ReleaseActivated>) => void;
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

/** Rooms whose frames are kept in the durable `(room, seq)` log. `order.changed` and `release.activated` are hints with seq 0. */
export const hintSeq = 0;

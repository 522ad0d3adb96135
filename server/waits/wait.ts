import type { StoredDocument } from '../door/handler.ts';
import type { StageOrigin } from '../stages/stage-origin.ts';

/** A flow that waits: for a time, until a moment, or for an event. */
export interface StoredWait extends StoredDocument {
  subject: string;
  order: string;
  origin: StageOrigin;
  at: number;
  dueAt: number;
  /** The event it waits for; null where it waits for a moment. */
  event: string | null;
  state: 'open' | 'reached' | 'happened' | 'timedOut' | 'ended';
  open: boolean;
  endedAt: number | null;
  timer: string | null;
}

import type { Change, StoredDocument } from '../door/handler.ts';
import type { StageOrigin } from '../stages/stage-origin.ts';
import { setTimer } from '../timers/timer.ts';

/** One going-through of a collection: first those that meet the conditions are gathered, then each is decided. */
export interface StoredRun extends StoredDocument {
  subject: string;
  origin: StageOrigin;
  of: 'open-orders';
  /** Conditions and calculations on each, as JSON text. */
  where: string | null;
  sort: { by: string; order: 'up' | 'down' }[];
  atMost: number;
  state: 'gathering' | 'running' | 'done' | 'stopped';
  at: number;
  endedAt: number | null;
  /** Chunks of items written so far. */
  chunks: number;
  /** How many have been looked at, meet the conditions, and have been decided. */
  looked: number;
  total: number;
  done: number;
  /** Of those decided: had ended before their turn. */
  skipped: number;
}

/** Some of a run's items, in their order; `keys` are what they are sorted by. */
export interface StoredItems extends StoredDocument {
  run: string;
  items: { id: string; keys: (string | number | boolean | null)[] }[];
}

/** Timer actions of a run: each firing does one batch and sets the next, so that a restart goes on where it was. */
export const gatherTimer = 'each-gather';
export const eachTimer = 'each';

const digits = 6;

export function itemsId(run: string, chunk: number): string {
  return `${run}|${String(chunk).padStart(digits, '0')}`;
}

/** Id of the timer of a run's next batch. */
export function batchTimer(run: string): string {
  return `each|${run}`;
}

/** The next batch of a run, due now. */
export function nextBatch(
  run: Pick<StoredRun, '_id' | 'origin'>,
  kind: string,
  now: number,
  data: Record<string, unknown>,
  lease = 0,
): Change {
  const { release } = run.origin;
  return setTimer({ _id: batchTimer(run._id), due: now, kind, of: run._id, release, data, lease });
}

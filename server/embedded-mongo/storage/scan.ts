import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreError } from '../errors.ts';
import type { Collection } from './collection.ts';
import { recordOf } from './keys.ts';
import type { Interval, Plan } from './planner.ts';
import type { View } from './view.ts';

/** A scan lets others go on after this many documents or milliseconds: a long one would stop every commit. */
export const SLICE_DOCS = 500;
const SLICE_MS = 3;
const CLOCK_EVERY = 32;

/** Where a scan stands: it is left by seeking again, never by holding an lmdb iterator from one turn to the next. */
export interface Position {
  interval: number;
  /** Last key seen in that interval. */
  after?: Buffer;
  /** Records seen, where an index may name one twice. */
  seen?: Set<number>;
  /** The visitor looks at no field: documents an index names are not read, an empty one stands for each. */
  keysOnly?: boolean;
}

const EMPTY = Uint8Array.of(5, 0, 0, 0, 0);

/** Receives each candidate; false ends the scan behind it. */
export type Visit = (record: number, bytes: Uint8Array) => boolean;

export const startOf = (plan: Plan, keysOnly = false): Position => ({
  interval: 0,
  seen: plan.index?.multikey ? new Set() : undefined,
  keysOnly: keysOnly && plan.exact,
});

/**
 * Visits candidates from `position` on until the plan is exhausted ('end'), the visitor stops it ('stopped') or its time is
 * up ('paused'). `position` then stands behind the last one visited.
 */
export function scanSlice(
  view: View,
  collection: Collection,
  plan: Plan,
  position: Position,
  visit: Visit,
  docs = SLICE_DOCS,
): 'end' | 'stopped' | 'paused' {
  const slice = new Slice(view, collection, position, visit, docs);
  while (position.interval < plan.intervals.length) {
    const at = plan.reverse ? plan.intervals.length - 1 - position.interval : position.interval;
    const interval = plan.intervals[at]!;
    const outcome = interval.point
      ? visitPoint(view, slice, interval)
      : plan.index
        ? visitIndex(view, slice, plan, interval)
        : visitDocs(view, slice, plan, interval);
    if (outcome === 'next') {
      position.interval++;
      position.after = undefined;
      continue;
    }
    return outcome;
  }
  return 'end';
}

type Step = 'next' | 'stopped' | 'paused';

/** One slice's budget and bookkeeping. */
class Slice {
  readonly position: Position;
  private readonly view: View;
  private readonly collection: Collection;
  private readonly visit: Visit;
  private readonly own: ReadonlyMap<number, unknown> | undefined;
  private readonly until = performance.now() + SLICE_MS;
  private left: number;

  constructor(view: View, collection: Collection, position: Position, visit: Visit, docs: number) {
    this.view = view;
    this.collection = collection;
    this.position = position;
    this.visit = visit;
    this.own = view.own(collection);
    this.left = docs;
  }

  /** True when nothing more may be looked at in this turn. */
  get spent(): boolean {
    return this.left <= 0 || (this.left % CLOCK_EVERY === 0 && performance.now() > this.until);
  }

  /** Offers one record; false when the visitor wants no more. Records a transaction wrote itself are visited apart. */
  offer(record: number, bytes?: Uint8Array): boolean {
    this.left--;
    if (this.own?.has(record)) return true;
    const { seen, keysOnly } = this.position;
    if (seen) {
      if (seen.has(record)) return true;
      seen.add(record);
    }
    const found = bytes ?? (keysOnly ? EMPTY : this.view.read(this.collection, record));
    return found ? this.visit(record, found) : true;
  }
}

function visitPoint(view: View, slice: Slice, interval: Interval): Step {
  if (slice.spent) return 'paused';
  const { transaction } = view;
  const value = view.engine.index.get(interval.start, transaction && { transaction });
  if (value && !slice.offer(recordOf(value))) {
    slice.position.interval++;
    return 'stopped';
  }
  return 'next';
}

function rangeOptions(view: View, plan: Plan, interval: Interval, after: Buffer | undefined) {
  const { transaction } = view;
  const common = { ...(transaction && { transaction }), exclusiveStart: after !== undefined || plan.reverse };
  return plan.reverse
    ? { ...common, start: after ?? interval.end, end: interval.start, inclusiveEnd: true, reverse: true }
    : { ...common, start: after ?? interval.start, end: interval.end };
}

function visitIndex(view: View, slice: Slice, plan: Plan, interval: Interval): Step {
  const { position } = slice;
  const options = rangeOptions(view, plan, interval, position.after);
  if (plan.index!.unique) {
    for (const { key, value } of view.engine.index.getRange(options)) {
      if (slice.spent) return 'paused';
      position.after = key as Buffer;
      if (!slice.offer(recordOf(value))) return 'stopped';
    }
    return 'next';
  }
  for (const key of view.engine.index.getKeys(options)) {
    if (slice.spent) return 'paused';
    position.after = key as Buffer;
    if (!slice.offer(recordOf(key))) return 'stopped';
  }
  return 'next';
}

function visitDocs(view: View, slice: Slice, plan: Plan, interval: Interval): Step {
  const { position } = slice;
  for (const { key, value } of view.engine.docs.getRange(
    rangeOptions(view, plan, interval, position.after),
  )) {
    if (slice.spent) return 'paused';
    position.after = key as Buffer;
    if (!slice.offer(recordOf(key), value)) return 'stopped';
  }
  return 'next';
}

/** Throws MaxTimeMSExpired (50) when the command's own limit has passed. */
export function checkDeadline(deadline: number): void {
  if (performance.now() > deadline)
    throw new StoreError(50, 'MaxTimeMSExpired', 'operation exceeded time limit');
}

/**
 * Visits candidates from `position` on until the visitor stops it (false) or the plan is exhausted (true), and lets others go
 * on between slices.
 *
 * @param deadline `performance.now()` after which the command gives up with 50
 */
export async function scan(
  view: View,
  collection: Collection,
  plan: Plan,
  position: Position,
  visit: Visit,
  deadline: number,
): Promise<boolean> {
  for (;;) {
    const outcome = scanSlice(view, collection, plan, position, visit);
    if (outcome !== 'paused') return outcome === 'end';
    checkDeadline(deadline);
    await nextTurn();
    checkDeadline(deadline);
  }
}

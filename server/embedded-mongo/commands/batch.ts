import { Binary, type Document } from 'bson';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoreError } from '../errors.ts';
import { Blocked } from '../session/conflicts.ts';
import { checkDeadline } from '../storage/scan.ts';
import { ReadView, type Writer } from '../storage/view.ts';
import type { Context } from './command.ts';
import { LongSearch } from './targets.ts';
import { writeConcernError } from './concerns.ts';

/** How long one batch may keep the write queue to itself, in milliseconds; a longer one goes on in the next commit. */
const STEP_MS = 20;

/** What a statement did. */
export interface Effect {
  /** Documents matched, inserted or deleted. */
  n: number;
  modified?: number;
  /** `_id` of an upserted document. */
  upserted?: unknown;
  /** `findAndModify`: the document to give back. */
  value?: Uint8Array;
}

/** One write statement. */
export interface Statement {
  /**
   * Does the next part of the work. Throws Blocked or LongSearch when it has to wait, and goes on where it stood when it is
   * called again. Returns its effect when it is finished, undefined when more parts follow.
   */
  step(writer: Writer): Effect | undefined;
  /** Takes the records a long search found, in order. */
  found(records: number[]): void;
}

interface WriteError {
  index: number;
  code: number;
  codeName: string;
  errmsg: string;
  keyPattern?: Document;
  keyValue?: Document;
}

/** Progress of a batch: durable with its writes, so that a retry goes on where it stood. */
export type Progress = {
  next: number;
  /** Documents matched, inserted or deleted so far. */
  n: number;
  modified: number;
  upserted: { index: number; _id: unknown }[];
  errors: WriteError[];
  value?: Uint8Array;
  /** What each statement did, where the reply tells it one by one; null where one failed. */
  effects?: (Effect | null)[];
};

/** Runs statements in order and gathers what they did. Throws what ends the whole command. */
export async function runBatch(
  context: Context,
  count: number,
  ordered: boolean,
  statement: (index: number) => Statement,
  detailed = false,
): Promise<Progress> {
  return new Batch(context, count, ordered, statement, detailed).run();
}

class Batch {
  private readonly context: Context;
  private readonly count: number;
  private readonly ordered: boolean;
  private readonly statement: (index: number) => Statement;
  private progress: Progress = { next: 0, n: 0, modified: 0, upserted: [], errors: [] };
  private current: Statement | undefined;

  constructor(
    context: Context,
    count: number,
    ordered: boolean,
    statement: (index: number) => Statement,
    detailed: boolean,
  ) {
    if (detailed) this.progress.effects = [];
    this.context = context;
    this.count = count;
    this.ordered = ordered;
    this.statement = statement;
  }

  async run(): Promise<Progress> {
    const { transaction, store } = this.context;
    let waiting: Blocked | LongSearch | undefined;
    for (;;) {
      waiting = transaction
        ? this.statements(transaction)
        : await store.engine.run(() => this.numbered(() => this.statements(store.writer)));
      if (!waiting && this.progress.next >= this.count) return this.progress;
      checkDeadline(this.context.deadline);
      if (waiting instanceof Blocked) await this.waitFor(waiting);
      else if (waiting) await this.search(waiting);
      else if (transaction) await nextTurn();
    }
  }

  /** Looks a retryable write's number up before the work and keeps its progress beside it, in the same commit. */
  private numbered<T>(work: () => T): T | undefined {
    const { session, txnNumber, store } = this.context;
    if (session === undefined || txnNumber === undefined) return work();
    const known = store.retry.find(session);
    if (known && known.number > txnNumber) {
      throw new StoreError(
        225,
        'TransactionTooOld',
        `number ${txnNumber} is older than ${known.number} of this session`,
      );
    }
    if (known?.number === txnNumber) {
      if (known.kind !== 'write') {
        throw new StoreError(117, 'ConflictingOperationInProgress', `number ${txnNumber} was a transaction`);
      }
      if (known.done || Number(known.state.next) > this.progress.next) this.adopt(known.state);
      if (known.done) return undefined;
    }
    const before = this.progress.next;
    const result = work();
    const { next } = this.progress;
    const done = next >= this.count;
    if (done || next > before) {
      store.retry.save(session, {
        number: txnNumber,
        kind: 'write',
        done,
        state: this.progress,
      });
    }
    return result;
  }

  private adopt(stored: Document): void {
    this.progress = readProgress(stored);
    this.current = undefined;
  }

  /** Runs statements until all are done, one has to wait, or the step's time is up. */
  private statements(writer: Writer): Blocked | LongSearch | undefined {
    const until = performance.now() + STEP_MS;
    const { progress } = this;
    while (progress.next < this.count) {
      try {
        this.current ??= this.statement(progress.next);
        const effect = this.current.step(writer);
        if (effect) this.finish(effect);
      } catch (error) {
        if (error instanceof Blocked || error instanceof LongSearch) return error;
        this.fail(error);
      }
      if (performance.now() > until) break;
    }
    return undefined;
  }

  private finish(effect: Effect): void {
    const { progress } = this;
    progress.n += effect.n;
    progress.modified += effect.modified ?? 0;
    if (Object.hasOwn(effect, 'upserted'))
      progress.upserted.push({ index: progress.next, _id: effect.upserted });
    if (effect.value) progress.value = effect.value;
    progress.effects?.push(effect);
    progress.next++;
    this.current = undefined;
  }

  private fail(error: unknown): void {
    if (!(error instanceof StoreError) || error.labels?.includes('TransientTransactionError')) throw error;
    const { progress } = this;
    const { code, codeName, message, keyPattern, keyValue } = error;
    progress.errors.push({
      index: progress.next,
      code,
      codeName,
      errmsg: message,
      ...(keyPattern && { keyPattern }),
      ...(keyValue && { keyValue }),
    });
    progress.effects?.push(null);
    // Any error ends the transaction it happens in, so nothing behind it may run.
    progress.next = this.ordered || this.context.transaction ? this.count : progress.next + 1;
    this.current = undefined;
  }

  private async waitFor({ holder }: Blocked): Promise<void> {
    const { deadline } = this.context;
    if (deadline === Infinity) return holder.ended;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, deadline - performance.now()));
    });
    await Promise.race([holder.ended, late]);
    clearTimeout(timer);
    checkDeadline(deadline);
  }

  private async search({ search, most }: LongSearch): Promise<void> {
    const { transaction, store, deadline } = this.context;
    if (transaction) {
      const found = await search.findLater(transaction, most, deadline, false);
      this.current?.found(found.map(({ record }) => record));
      return;
    }
    const snapshot = store.engine.snapshot();
    try {
      const view = new ReadView(store.engine, snapshot.transaction, snapshot.number);
      const found = await search.findLater(view, most, deadline, false);
      this.current?.found(found.map(({ record }) => record));
    } finally {
      snapshot.done();
    }
  }
}

/** Progress as it was stored, with plain numbers again. */
function readProgress(stored: Document): Progress {
  const { next, n, modified, upserted, errors, value, effects } = stored as {
    [key in keyof Progress]: unknown;
  } & { upserted: Document[]; errors: Document[]; effects?: (Document | null)[] };
  return {
    next: Number(next),
    n: Number(n),
    modified: Number(modified),
    upserted: upserted.map(({ index, _id }) => ({ index: Number(index), _id: _id as unknown })),
    errors: errors.map((error) => ({
      ...(error as WriteError),
      index: Number(error.index),
      code: Number(error.code),
    })),
    value: value instanceof Binary ? value.buffer.subarray(0, value.position) : undefined,
    effects: effects?.map(
      (effect) => effect && { ...effect, n: Number(effect.n), modified: Number(effect.modified ?? 0) },
    ),
  };
}

/** The fields of a write command's reply that all families share. */
export function batchReply(context: Context, progress: Progress, fields: Document): Document {
  const concern = writeConcernError(context.command);
  if (progress.errors.length > 0) fields.writeErrors = progress.errors;
  if (concern) fields.writeConcernError = concern;
  return fields;
}

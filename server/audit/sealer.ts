import type { Logger } from 'pino';
import type { Job } from '../context.ts';
import { describeError } from '../http/describe-error.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { isDuplicate } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { AuditEntry } from './audit-entry.ts';
import { nextSeal, type Seal } from './seal.ts';

const everyMs = 250;
const mostEntries = 500;
const lateMs = 2000;

/** Somebody else sealed these entries meanwhile. */
class AlreadySealed extends Error {
  override name = 'AlreadySealed';
}

/**
 * Chains committed audit entries in batches, beside the orders and never in their way. Entries are found by their flag, never
 * by time or position; `n` is unique, so that two sealers are harmless.
 */
export class Sealer implements Job {
  readonly name = 'sealer';
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<unknown> = Promise.resolve();
  private stopped = false;
  private readonly store: Store;
  private readonly log: Logger;
  private readonly metrics: Metrics | null;

  constructor(store: Store, log: Logger, metrics: Metrics | null) {
    this.store = store;
    this.log = log;
    this.metrics = metrics;
  }

  start(): this {
    this.plan(everyMs);
    return this;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working;
  }

  /** Seals what is there, at most one batch; answers how many entries. */
  async sealOnce(): Promise<number> {
    const audit = this.store.collection('audit');
    const seals = this.store.collection('seals');
    try {
      return await this.store.inTransaction(async (session) => {
        const found = await audit.find({ sealed: false }, { session }).limit(mostEntries).toArray();
        const entries = (found as unknown as AuditEntry[]).sort(
          (a, b) => a.at - b.at || (a._id < b._id ? -1 : 1),
        );
        this.noteLag(entries[0]?.at);
        if (entries.length === 0) return 0;
        const [last] = (await seals
          .find({}, { session })
          .sort({ n: -1 })
          .limit(1)
          .toArray()) as unknown as Seal[];
        const seal = nextSeal(
          last ?? null,
          entries.map(({ _id, hash }) => ({ id: _id, hash })),
          this.store.clock.now(),
        );
        await seals.insertOne({ _id: `s${String(seal.n).padStart(12, '0')}`, rev: 1, ...seal } as never, {
          session,
        });
        const marked = await audit.updateMany(
          { _id: { $in: entries.map(({ _id }) => _id) }, sealed: false } as never,
          { $set: { sealed: true, seal: seal.n } },
          { session },
        );
        if (marked.matchedCount !== entries.length) throw new AlreadySealed();
        return entries.length;
      });
    } catch (error) {
      // Another process was first: what is left is taken in the next round.
      if (error instanceof AlreadySealed || isDuplicate(error)) return 0;
      throw error;
    }
  }

  private noteLag(oldest: number | undefined): void {
    const lag = oldest === undefined ? 0 : Math.max(0, this.store.clock.now() - oldest);
    this.metrics?.sealLag.set(lag / 1000);
    if (lag > lateMs) this.log.warn({ lagMs: lag }, 'audit entries wait to be sealed');
  }

  private plan(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.working = this.sealOnce()
        .then((count) => this.plan(count === mostEntries ? 0 : everyMs))
        .catch((error: unknown) => {
          this.log.warn({ error: describeError(error) }, 'sealing failed, trying again');
          this.plan(1000);
        });
    }, ms).unref();
  }
}

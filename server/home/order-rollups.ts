import type { Logger } from 'pino';
import type { Job } from '../context.ts';
import { describeError } from '../http/describe-error.ts';
import type { Store } from '../store/store.ts';

const everyMs = 2000;
const minuteMs = 60_000;
/** No order is committed later than this after its receipt. */
const settledMs = 15_000;

export function minuteOf(at: number): number {
  return Math.floor(at / minuteMs) * minuteMs;
}

export function rollupId(minute: number): string {
  return `orders|${new Date(minute).toISOString().slice(0, 16)}`;
}

/**
 * Counts the orders of the last minutes into roll-ups, from the orders themselves by their index on the time of receipt: exact
 * after any crash, the same whoever counts, and never a scan.
 */
export class OrderRollups implements Job {
  readonly name = 'order-rollups';
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<unknown> = Promise.resolve();
  private counted: number | undefined;
  private readonly store: Store;
  private readonly log: Logger;

  constructor(store: Store, log: Logger) {
    this.store = store;
    this.log = log;
  }

  start(): this {
    this.timer = setInterval(() => {
      this.working = this.working
        .then(() => this.countOnce())
        .catch((error: unknown) => {
          this.log.warn({ error: describeError(error) }, 'counting orders failed, trying again');
        });
    }, everyMs).unref();
    return this;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  /** Counts this minute and the ones before it that this process has not finished yet. */
  async countOnce(): Promise<void> {
    const now = this.store.clock.now();
    const current = minuteOf(now);
    // After a pause the last hour is counted again: nothing later than that is shown by the minute.
    const from = Math.max(this.counted ?? 0, current - 60 * minuteMs);
    for (let minute = from; minute <= current; minute += minuteMs) {
      const count = await this.store
        .collection('orders')
        .countDocuments({ receivedAt: { $gte: minute, $lt: minute + minuteMs } });
      if (count === 0) continue;
      await this.store
        .collection('rollups')
        .updateOne(
          { _id: rollupId(minute) } as never,
          { $set: { count, at: minute, rev: 1 } },
          { upsert: true },
        );
    }
    // The minute just past may still get orders that are committed late.
    this.counted = now - current < settledMs ? current - minuteMs : current;
  }
}

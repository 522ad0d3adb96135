import { Cursors } from './session/cursors.ts';
import { RetryRecords, SESSION_MINUTES } from './session/retry.ts';
import { Sessions } from './session/sessions.ts';
import { Catalog } from './storage/catalog.ts';
import { DirectWriter } from './storage/direct-writer.ts';
import { Engine } from './storage/engine.ts';
import { clearLeftovers } from './storage/leftovers.ts';
import { expireOnce } from './commands/expire.ts';

/** How often documents past a TTL index's limit are deleted. */
const EXPIRE_EVERY_MS = 30_000;
const TIDY_EVERY_MS = 60_000;

/** Everything behind the wire, for one data folder. */
export class Store {
  readonly engine: Engine;
  readonly catalog: Catalog;
  readonly writer: DirectWriter;
  readonly sessions: Sessions;
  readonly retry: RetryRecords;
  readonly cursors = new Cursors();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly onError: (error: unknown) => void;
  private background: Promise<unknown> = Promise.resolve();
  private closed = false;

  /**
   * @param dir folder of the data; the caller holds its lock
   * @param onBroken lmdb failed: end the process, nothing unacknowledged may be kept
   */
  constructor(dir: string, onBroken: (error: unknown) => void, expireEveryMs = EXPIRE_EVERY_MS) {
    this.onError = onBroken;
    this.engine = new Engine({ dir, onBroken, onCommit: (number) => this.sessions.committed(number) });
    this.catalog = new Catalog(this.engine);
    this.retry = new RetryRecords(this.engine);
    this.sessions = new Sessions(this.engine, this.retry, this.cursors);
    this.writer = new DirectWriter(this.engine, this.catalog, this.sessions.conflicts);
    this.every(expireEveryMs, () => expireOnce(this));
    this.every(TIDY_EVERY_MS, async () => {
      this.cursors.dropIdle();
      this.sessions.dropIdle(SESSION_MINUTES);
      await this.retry.removeOld();
    });
    this.tidySoon();
  }

  get closing(): boolean {
    return this.closed;
  }

  /** Clears away what dropped collections and indexes left on disk, behind everything else. */
  tidySoon(): void {
    this.inBackground(() => clearLeftovers(this.engine, this.catalog, () => this.closed));
  }

  private every(ms: number, work: () => Promise<unknown>): void {
    this.timers.push(setInterval(() => this.inBackground(work), ms));
  }

  private inBackground(work: () => Promise<unknown>): void {
    this.background = this.background.then(() => (this.closed ? undefined : work())).catch(this.onError);
  }

  /** Takes no new commands and aborts open transactions, so that whoever waits for them comes to an end. */
  startClosing(): void {
    this.closed = true;
    for (const timer of this.timers) clearInterval(timer);
    this.sessions.abortAll();
  }

  /** Finishes commits in progress and closes the files. */
  async close(): Promise<void> {
    this.startClosing();
    await this.background;
    await this.engine.close();
  }
}

import { open, type Database, type RootDatabase, type Transaction } from 'lmdb';

type Bytes = Database<Buffer, Uint8Array>;

/** How long one round of queued writes may run before the commit, in milliseconds; the rest goes into the next commit. */
const ROUND_MS = 8;
const COMMIT_NUMBER = Buffer.from([0]);

/** A state of the store that does not change: it stays readable until `done` is called. */
export interface Snapshot {
  readonly transaction: Transaction;
  /** Number of the last commit this snapshot contains. */
  readonly number: number;
  done(): void;
}

/** A queued write: `run` does the work inside the transaction, `settle` tells its caller once that is on disk. */
class Job<T> {
  private readonly work: () => T;
  private readonly resolve: (value: T) => void;
  private readonly reject: (error: unknown) => void;
  private value!: T;
  private error: unknown;
  private failed = false;

  constructor(work: () => T, resolve: (value: T) => void, reject: (error: unknown) => void) {
    this.work = work;
    this.resolve = resolve;
    this.reject = reject;
  }

  run(): void {
    try {
      this.value = this.work();
    } catch (error) {
      if (error instanceof BrokenStore) throw error;
      this.error = error;
      this.failed = true;
    }
  }

  settle(): void {
    if (this.failed) this.reject(this.error);
    else this.resolve(this.value);
  }
}

/** lmdb itself failed while a record was half written. Nothing may be committed after it; the process ends. */
export class BrokenStore extends Error {
  override readonly name = 'BrokenStore';
}

type Settled = readonly { settle(): void }[];

export interface EngineOptions {
  dir: string;
  /** Commits are numbered on from here after a restart. */
  onBroken: (error: unknown) => void;
  /** Called when a commit is on disk and visible to new snapshots. */
  onCommit: (number: number) => void;
}

/**
 * lmdb opened durably, and the one queue all writes go through. Writes queued while a commit is being synced to disk share
 * the next commit; a write is acknowledged only when its commit is on disk.
 */
export class Engine {
  readonly docs: Bytes;
  readonly index: Bytes;
  readonly catalog: Bytes;
  readonly retry: Bytes;
  private readonly meta: Bytes;
  private readonly root: RootDatabase<Buffer, Uint8Array>;
  private readonly options: EngineOptions;
  private readonly queue: { run(): void; settle(): void }[] = [];
  private scheduled = false;
  private closed = false;
  private current: number;

  constructor(options: EngineOptions) {
    this.options = options;
    const shape = { encoding: 'binary', keyEncoding: 'binary', cache: false, compression: false } as const;
    this.root = open<Buffer, Uint8Array>(options.dir, {
      ...shape,
      overlappingSync: false,
      maxReaders: 1024,
      maxDbs: 8,
      // Windows reserves the file at the size of the map; elsewhere a large map costs address space only.
      ...(process.platform === 'win32' ? {} : { mapSize: 2 ** 36 }),
    });
    const database = (name: string): Bytes => this.root.openDB<Buffer, Uint8Array>(name, { ...shape });
    this.meta = database('meta');
    this.catalog = database('catalog');
    this.docs = database('docs');
    this.index = database('index');
    this.retry = database('retry');
    this.current = this.storedNumber(undefined);
  }

  /** Number of the commit that the running write job will be part of. */
  get commitNumber(): number {
    return this.current;
  }

  /**
   * Runs `job` inside the next write transaction and resolves with its result once that is on disk. The job is synchronous,
   * sees everything earlier jobs wrote, and must not throw between two writes that belong together.
   */
  run<T>(job: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push(new Job(job, resolve, reject));
      this.schedule();
    });
  }

  /** Writes what belongs together; whatever lmdb throws here makes the store unusable. */
  together(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw new BrokenStore(`lmdb refused a write: ${(error as Error).message}`, { cause: error });
    }
  }

  /** The newest committed state. Call outside write jobs; end it with `done`. */
  snapshot(): Snapshot {
    const transaction = this.root.useReadTransaction();
    return { transaction, number: this.storedNumber(transaction), done: () => transaction.done() };
  }

  /** Finishes the writes that are queued and closes the files. */
  async close(): Promise<void> {
    this.closed = true;
    while (this.scheduled) await new Promise((resolve) => setTimeout(resolve, 1));
    await this.root.close();
  }

  private storedNumber(transaction: Transaction | undefined): number {
    const bytes = this.meta.get(COMMIT_NUMBER, transaction && { transaction });
    return bytes ? Buffer.from(bytes).readDoubleBE(0) : 0;
  }

  private schedule(): void {
    if (this.scheduled || this.queue.length === 0) return;
    this.scheduled = true;
    let done: Settled = [];
    this.root
      .transaction(() => {
        done = this.round();
      })
      .then(
        () => this.committed(done),
        (error: unknown) => this.options.onBroken(error),
      );
  }

  /** Runs queued jobs in one lmdb transaction. */
  private round(): Settled {
    this.current++;
    const until = performance.now() + ROUND_MS;
    let next = 0;
    try {
      while (next < this.queue.length) {
        this.queue[next++]!.run();
        if (performance.now() > until) break;
      }
    } catch (error) {
      this.options.onBroken(error);
      throw error;
    }
    const done = this.queue.splice(0, next);
    const number = Buffer.allocUnsafe(8);
    number.writeDoubleBE(this.current, 0);
    void this.meta.put(COMMIT_NUMBER, number);
    return done;
  }

  private committed(done: Settled): void {
    this.options.onCommit(this.current);
    this.scheduled = false;
    if (!this.closed || this.queue.length > 0) this.schedule();
    for (const job of done) job.settle();
  }
}

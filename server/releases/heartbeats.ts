import { records, type RecordsPort, type Store } from '../store/store.ts';

/** A live process and the switch it runs on. */
export interface StoredProcess {
  _id: string;
  rev: number;
  epoch: number;
  seenAt: number;
  expiresAt: Date;
}

const beatMs = 1000;
/** A process that has been silent for longer is not waited for. */
const liveMs = 3000;

/** Tells other processes that this one lives and which switch it runs on, and asks the same of them. */
export class Heartbeats {
  private readonly processes: RecordsPort<StoredProcess>;
  private timer: NodeJS.Timeout | undefined;
  private readonly store: Store;
  private readonly id: string;
  private readonly epoch: () => number;

  constructor(store: Store, id: string, epoch: () => number) {
    this.store = store;
    this.id = id;
    this.epoch = epoch;
    this.processes = records<StoredProcess>(store, 'processes');
  }

  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      // A missed beat is made up by the next one.
      this.beat().catch(() => {});
    }, beatMs).unref();
  }

  /** Writes this process's line now. */
  async beat(): Promise<void> {
    const now = this.store.clock.now();
    const line = { epoch: this.epoch(), seenAt: now, expiresAt: new Date(now + 60_000) };
    await this.store
      .collection('processes')
      .updateOne({ _id: this.id } as never, { $set: { rev: 0, ...line } }, { upsert: true });
  }

  /** Live processes that run on this switch or a later one, and those that do not yet. */
  async confirmed(epoch: number): Promise<{ confirmed: number; waiting: string[] }> {
    const now = this.store.clock.now();
    const live = (await this.processes.find({}, { limit: 1000 })).filter(
      ({ seenAt }) => now - seenAt < liveMs,
    );
    const waiting = live.filter((process) => process.epoch < epoch).map(({ _id }) => _id);
    return { confirmed: live.length - waiting.length, waiting };
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.processes.set(this.id, { seenAt: 0 }).catch(() => {});
  }
}

import type { Logger } from 'pino';
import type { StoredAsking } from '../approvals/approval.ts';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import { describeError } from '../http/describe-error.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { StoreSession } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Write } from '../store/write-all.ts';
import type { StoredAlert } from './alert.ts';
import { feedId, type FeedEntry, type StoredRoom } from './feed.ts';

const mostAtOnce = 200;
const pollMs = 1000;
const mostUsual = 100;

export interface SequencerOptions {
  store: Store;
  metrics: Metrics;
  log: Logger;
  /** Told after the commit, in the order of the numbers. */
  announce(entries: readonly FeedEntry[], news: NumberedNews): void;
}

/** What the numbered entries are about, by id. */
export interface NumberedNews {
  alerts: ReadonlyMap<string, StoredAlert>;
  approvals: ReadonlyMap<string, StoredAsking>;
}

/** Another sequencer numbered some of the same alerts first. */
class Overtaken extends Error {
  override name = 'Overtaken';
}

/**
 * Numbers committed alerts, and approvals and questions that ask somebody anew, per room, right after their commit: never in an
 * order's transaction, so that no document is shared by orders for numbering. They are found by their flag, so none is passed
 * over; two sequencers at once are safe, one of them gives way. Woken by commits of this process, polls every second for those of others.
 */
export class Sequencer implements Job {
  readonly name = 'sequencer';
  private readonly numbering = new Coalesced(() => this.numberAll());
  private stopped = false;
  private readonly timer: NodeJS.Timeout;
  /** Rooms that got alerts lately: most likely those of the next ones, so they are read along with them. */
  private readonly usual = new Set<string>();
  private readonly options: SequencerOptions;

  constructor(options: SequencerOptions) {
    this.options = options;
    this.timer = setInterval(() => this.wake(), pollMs).unref();
  }

  /** There are alerts without numbers, or there may be. */
  wake(): void {
    if (this.stopped) return;
    this.numbering.run().catch((error: unknown) => {
      // The poll tries again; what was not numbered keeps its flag.
      if (!(error instanceof Overtaken))
        this.options.log.warn({ error: describeError(error) }, 'alerts could not be numbered; tried again');
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.numbering.settled();
  }

  private async numberAll(): Promise<void> {
    while (!this.stopped && (await this.numberSome()) === mostAtOnce);
  }

  /** Numbers the oldest alerts that wait, at most `mostAtOnce`; answers how many. */
  async numberSome(): Promise<number> {
    const { store, metrics } = this.options;
    const numbered = await store.inTransaction(async (session) => {
      const guessed = [...this.usual];
      const [alerts, approvals, known] = (await store.readAll(session, [
        { collection: 'alerts', where: { sequenced: false }, limit: mostAtOnce },
        { collection: 'approvals', where: { sequenced: false }, limit: mostAtOnce },
        { collection: 'rooms', where: { _id: { $in: guessed } } },
      ])) as unknown as [StoredAlert[], StoredAsking[], StoredRoom[]];
      const waiting: Waiting[] = [...alerts, ...approvals];
      if (waiting.length === 0) return null;
      const names = [...new Set(waiting.flatMap(({ rooms }) => rooms))].sort();
      const others = names.filter((name) => !this.usual.has(name));
      const rooms = [...known, ...(await this.roomsOf(session, others))];
      this.remember(names);
      const heads = new Map(rooms.map((room) => [room._id, room]));
      const next = new Map(names.map((name) => [name, heads.get(name)?.seq ?? 0]));
      const at = store.clock.now();
      const entryOf = (room: string, news: Pick<FeedEntry, 'event' | 'alert' | 'approval'>): FeedEntry => {
        const seq = next.get(room)! + 1;
        next.set(room, seq);
        return { _id: feedId(room, seq), rev: 1, room, seq, at, ...news };
      };
      const entries = [
        ...alerts.flatMap(({ _id: alert, news, rooms: heard }) =>
          news.flatMap((event) => heard.map((room) => entryOf(room, { event, alert }))),
        ),
        ...approvals.flatMap(({ _id: approval, rooms: heard }) =>
          heard.map((room) => entryOf(room, { event: 'approval.opened', approval })),
        ),
      ];
      const found = await store.writeAll(session, [
        ...names.map((name) => counterWrite(name, heads.get(name), next.get(name)!)),
        ...alerts.map((alert) => numberedWrite('alerts', alert, { news: [] })),
        ...approvals.map((approval) => numberedWrite('approvals', approval, {})),
        ...entries.map((document): Write => ({ insert: 'feed', document })),
      ]);
      const counted = names.filter((name) => heads.has(name));
      if (found !== counted.length + waiting.length) throw new Overtaken();
      return { entries, alerts, approvals, at };
    });
    if (numbered === null) {
      metrics.sequencerLag.set(0);
      return 0;
    }
    const { entries, alerts, approvals, at } = numbered;
    // An approval may be told of again long after it was opened: lag is that of alerts.
    const oldest = Math.min(at, ...alerts.map((alert) => alert.at));
    metrics.sequencerLag.set((at - oldest) / 1000);
    this.options.announce(entries, {
      alerts: new Map(alerts.map((alert) => [alert._id, alert])),
      approvals: new Map(approvals.map((approval) => [approval._id, approval])),
    });
    return Math.max(alerts.length, approvals.length);
  }

  private async roomsOf(session: StoreSession, names: readonly string[]): Promise<StoredRoom[]> {
    if (names.length === 0) return [];
    const [rooms] = await this.options.store.readAll(session, [
      { collection: 'rooms', where: { _id: { $in: names } } },
    ]);
    return rooms as unknown as StoredRoom[];
  }

  private remember(names: readonly string[]): void {
    if (this.usual.size > mostUsual) this.usual.clear();
    for (const name of names) this.usual.add(name);
  }
}

type Waiting = Pick<StoredAlert, '_id' | 'rev' | 'rooms'>;

function numberedWrite(collection: string, { _id, rev }: Waiting, more: Record<string, unknown>): Write {
  const fields = { sequenced: true, ...more, rev: rev + 1 };
  return { set: collection, where: { _id, rev, sequenced: false }, fields };
}

function counterWrite(name: string, known: StoredRoom | undefined, seq: number): Write {
  const first: StoredRoom = { _id: name, rev: 1, seq };
  if (known === undefined) return { insert: 'rooms', document: first };
  return { set: 'rooms', where: { _id: name, rev: known.rev }, fields: { seq, rev: known.rev + 1 } };
}

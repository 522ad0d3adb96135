import type { Logger } from 'pino';
import type { Job } from '../context.ts';
import { Coalesced } from '../coalesced.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { describeError } from '../http/describe-error.ts';
import { records, type Store } from '../store/store.ts';
import type { StoredAlert } from './alert.ts';
import { feedId, type FeedEntry } from './feed.ts';
import { waits } from './life.ts';

/** Receipts are gathered so long: a busy room is written once a second, not once a screen and alert. */
const gatherMs = 1000;
/** How far back a screen's first word is believed to reach; what is older was told to it by lists. */
const lookBack = 50;
const mostEntries = 500;
const mostReceipts = 500;

/** A screen of a person holds everything of a room up to `to`; `from`: up to where it said so before. */
export interface Receipt {
  room: string;
  person: string;
  from: number | null;
  to: number;
}

const courier: Actor = {
  kind: 'job',
  id: 'job:deliveries',
  name: { zh: '预警送达', en: 'Delivery of alerts' },
  roles: [],
  warehouse: null,
  commands: ['deliver-alerts'],
};

/** Turns what screens say they have received into "delivered" on the alerts themselves. A receipt that is lost harms nothing. */
export class Deliveries implements Job {
  readonly name = 'deliveries';
  private waiting = new Map<string, Receipt>();
  private timer: NodeJS.Timeout | undefined;
  private readonly noting = new Coalesced(() => this.note());
  private readonly options: { store: Store; door: Door; log: Logger };

  constructor(options: { store: Store; door: Door; log: Logger }) {
    this.options = options;
  }

  received(receipt: Receipt): void {
    const key = `${receipt.person}|${receipt.room}`;
    const known = this.waiting.get(key);
    const from = known === undefined ? receipt.from : known.from;
    this.waiting.set(key, { ...receipt, from, to: Math.max(receipt.to, known?.to ?? 0) });
    this.timer ??= setTimeout(() => this.flush(), gatherMs).unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.waiting.clear();
    await this.noting.settled();
  }

  private flush(): void {
    this.timer = undefined;
    this.noting.run().catch((error: unknown) => {
      this.options.log.warn({ error: describeError(error) }, 'receipts of alerts could not be noted');
    });
  }

  /** Reads which alerts the receipts are about, outside the door: only what is news to an alert goes through it. */
  private async note(): Promise<void> {
    const receipts = [...this.waiting.values()];
    this.waiting = new Map();
    const people = new Map<string, Set<string>>();
    for (const { room, person, from, to } of receipts) {
      for (const alert of await this.alertsOf(room, from ?? Math.max(0, to - lookBack), to)) {
        const known = people.get(alert);
        if (known === undefined) people.set(alert, new Set([person]));
        else known.add(person);
      }
    }
    const alerts = await records<StoredAlert>(this.options.store, 'alerts').byIds([...people.keys()]);
    const news = alerts
      .filter(waits)
      .flatMap(({ _id, screens = [] }) =>
        [...(people.get(_id) ?? [])]
          .filter((person) => !screens.includes(person))
          .map((person) => ({ alert: _id, person })),
      );
    for (let at = 0; at < news.length; at += mostReceipts) {
      const input = { receipts: news.slice(at, at + mostReceipts) };
      await this.options.door.execute({ name: 'deliver-alerts', input }, courier);
    }
  }

  private async alertsOf(room: string, from: number, to: number): Promise<string[]> {
    const where = { _id: { $gt: feedId(room, from), $lte: feedId(room, to) } };
    const found = await records<FeedEntry>(this.options.store, 'feed').find(where, {
      sort: { _id: -1 },
      limit: mostEntries,
    });
    return found.flatMap(({ alert }) => alert ?? []);
  }
}

import { MongoClient, type Db } from 'mongodb';
import { startEmbedded } from '../../server/embedded-mongo/start.ts';

/** What a run of kills found. Everything but the first four and the two `unanswered` must be zero. */
export interface KillReport {
  kills: number;
  acknowledged: number;
  transactions: number;
  slowestReopenMs: number;
  lost: number;
  doubled: number;
  halfTransactions: number;
  indexMismatches: number;
  /** Writes in the air when the store was killed, found done: it died behind their commit. */
  unansweredDone: number;
  /** Writes in the air when the store was killed, found undone: it died before their commit. */
  unansweredUndone: number;
}

interface Pending {
  kind: 'insert' | 'pair' | 'count';
  id: string;
}

/** One writer's knowledge of what must be there. */
class Writer {
  readonly inserted: string[] = [];
  readonly pairs: string[] = [];
  counted = 0;
  pending: Pending | undefined;
  readonly name: string;
  private next = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Writes answered. */
  get written(): number {
    return this.inserted.length + this.pairs.length + this.counted;
  }

  /** Writes until the store is gone. */
  async run(client: MongoClient): Promise<void> {
    const db = client.db('kills');
    try {
      for (;;) await this.write(client, db);
    } catch {
      // The store was killed: `pending` says what was in the air.
    }
  }

  private async write(client: MongoClient, db: Db): Promise<void> {
    const n = this.next++;
    const id = `${this.name}-${n}`;
    if (n % 10 === 4) {
      this.pending = { kind: 'pair', id };
      const session = client.startSession();
      session.startTransaction();
      await db.collection<any>('left').insertOne({ _id: id, u: id, pad: 'x'.repeat(500) }, { session });
      await db.collection<any>('right').insertOne({ _id: id, u: id }, { session });
      await session.commitTransaction();
      await session.endSession();
      this.pairs.push(id);
    } else if (n % 3 === 0) {
      this.pending = { kind: 'count', id: this.name };
      await db.collection<any>('counts').updateOne({ _id: this.name }, { $inc: { n: 1 } }, { upsert: true });
      this.counted++;
    } else {
      this.pending = { kind: 'insert', id };
      await db.collection<any>('rows').insertOne({ _id: id, u: id, lines: [{ sku: 'a' }, { sku: 'b' }] });
      this.inserted.push(id);
    }
    this.pending = undefined;
  }
}

/**
 * Kills the store again and again under concurrent writers, opens it again each time and checks that every acknowledged write
 * is there once, transactions are whole, and indexes agree with the documents. Goes on beyond `kills`, six times as long at
 * most, until some writes in the air were found done and some undone: only then has it been killed on both sides of a commit.
 */
export async function killStore(dir: string, kills: number, writers = 12): Promise<KillReport> {
  const report: KillReport = {
    kills: 0,
    acknowledged: 0,
    transactions: 0,
    slowestReopenMs: 0,
    lost: 0,
    doubled: 0,
    halfTransactions: 0,
    indexMismatches: 0,
    unansweredDone: 0,
    unansweredUndone: 0,
  };
  const all: Writer[] = [];
  let killed: Writer[] = [];
  const bothSides = (): boolean => report.unansweredDone > 0 && report.unansweredUndone > 0;
  for (let round = 0, last = false; !last; round++) {
    const opening = performance.now();
    const store = await startEmbedded({ dir });
    if (round > 0) report.slowestReopenMs = Math.max(report.slowestReopenMs, performance.now() - opening);
    const client = await MongoClient.connect(store.uri, {
      retryWrites: false,
      serverSelectionTimeoutMS: 500,
      maxPoolSize: writers,
    });
    const db = client.db('kills');
    await check(db, killed, report);
    last = round >= kills && (bothSides() || round >= 6 * kills);
    if (!last) {
      report.kills = round + 1;
      for (const name of ['rows', 'left', 'right'])
        await db.collection(name).createIndex({ u: 1 }, { unique: true });
      killed = Array.from({ length: writers }, (_, i) => new Writer(`r${round}w${i}`));
      all.push(...killed);
      const running = Promise.all(killed.map((writer) => writer.run(client)));
      await underWay(killed);
      await new Promise((resolve) => setTimeout(resolve, (round * 37) % 200));
      process.kill(store.pid, 'SIGKILL');
      await store.close();
      await running;
    } else await checkAll(db, all, report);
    await client.close(true).catch(() => undefined);
    await store.close();
  }
  return report;
}

/** Waits until the writers have done some writes each, on a slow machine too, but not longer than five seconds. */
async function underWay(writers: readonly Writer[]): Promise<void> {
  const until = performance.now() + 5_000;
  while (writers.some((writer) => writer.written < 8) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function ids(db: Db, name: string, filter: object): Promise<Set<string>> {
  const rows = await db
    .collection<any>(name)
    .find(filter, { projection: { _id: 1 } })
    .toArray();
  return new Set(rows.map(({ _id }) => _id as string));
}

async function check(db: Db, writers: Writer[], report: KillReport): Promise<void> {
  for (const writer of writers) {
    const own = { _id: { $in: [...writer.inserted, ...writer.pairs, writer.pending?.id ?? ''] } };
    const [rows, left, right] = await Promise.all([
      ids(db, 'rows', own),
      ids(db, 'left', own),
      ids(db, 'right', own),
    ]);
    report.acknowledged += writer.written;
    report.transactions += writer.pairs.length;
    report.lost += writer.inserted.filter((id) => !rows.has(id)).length;
    report.lost += writer.pairs.filter((id) => !left.has(id) || !right.has(id)).length;
    const { pending } = writer;
    const counter = await db
      .collection<any>('counts')
      .findOne({ _id: writer.counted > 0 || pending ? writer.name : '' });
    const counted: number = counter?.n ?? 0;
    const extra = counted - writer.counted;
    if (extra < 0) report.lost += -extra;
    if (extra > (pending?.kind === 'count' ? 1 : 0)) report.doubled += extra;
    if (!pending) continue;
    let done = extra === 1;
    if (pending.kind === 'insert') done = rows.has(pending.id);
    if (pending.kind === 'pair') {
      done = left.has(pending.id);
      if (done !== right.has(pending.id)) report.halfTransactions++;
    }
    if (done) report.unansweredDone++;
    else report.unansweredUndone++;
  }
}

/** Over everything: both sides of each pair, and the index against the documents. */
async function checkAll(db: Db, writers: Writer[], report: KillReport): Promise<void> {
  const [left, right] = [await ids(db, 'left', {}), await ids(db, 'right', {})];
  for (const id of left) if (!right.has(id)) report.halfTransactions++;
  for (const id of right) if (!left.has(id)) report.halfTransactions++;
  for (const name of ['rows', 'left', 'right']) {
    const scanned = await ids(db, name, {});
    const byIndex = await ids(db, name, { u: { $gte: '' } });
    for (const id of scanned) if (!byIndex.has(id)) report.indexMismatches++;
    for (const id of byIndex) if (!scanned.has(id)) report.indexMismatches++;
  }
  const rows = await ids(db, 'rows', {});
  report.lost += writers.flatMap(({ inserted }) => inserted).filter((id) => !rows.has(id)).length;
}

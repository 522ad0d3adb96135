import { MongoClient, type ClientSession, type Collection, type Db } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../support/embedded.ts';
import { testUri } from '../../support/store.ts';

/** Transactions on the store of the test run, whichever that is. */

let client: MongoClient;
let db: Db;
let items: Collection<any>;
const sessions: ClientSession[] = [];

beforeAll(async () => {
  client = await MongoClient.connect(testUri(), { maxPoolSize: 50 });
  db = client.db();
});

afterAll(async () => {
  for (const session of sessions) await session.endSession();
  await db.dropDatabase();
  await client.close();
});

let count = 0;
beforeEach(async () => {
  items = db.collection(`items${++count}`);
  await items.createIndex({ key: 1 }, { unique: true });
  await items.insertMany([
    { _id: 'a', key: 'a', n: 0 },
    { _id: 'b', key: 'b', n: 0 },
  ]);
});

function begin(): ClientSession {
  const session = client.startSession();
  sessions.push(session);
  session.startTransaction({ readConcern: { level: 'snapshot' } });
  return session;
}

const caught = (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('what a transaction sees', () => {
  it('sees its own writes and nobody else does before the commit', async () => {
    const session = begin();
    await items.insertOne({ _id: 'c', key: 'c' }, { session });
    await items.updateOne({ _id: 'a' }, { $set: { n: 7 } }, { session });
    await items.deleteOne({ key: 'b' }, { session });
    expect(await items.find({}, { session }).sort({ _id: 1 }).toArray()).toMatchObject([
      { _id: 'a', n: 7 },
      { _id: 'c' },
    ]);
    expect(await items.findOne({ key: 'c' }, { session })).not.toBeNull();
    expect(await items.countDocuments({ key: { $in: ['a', 'b'] } }, { session })).toBe(1);
    expect(await items.find().sort({ _id: 1 }).toArray()).toMatchObject([{ _id: 'a', n: 0 }, { _id: 'b' }]);
    await session.commitTransaction();
    expect(await items.find().sort({ _id: 1 }).toArray()).toMatchObject([{ _id: 'a', n: 7 }, { _id: 'c' }]);
  });

  it('reads from one snapshot while others commit', async () => {
    const session = begin();
    expect(await items.findOne({ _id: 'a' }, { session })).toMatchObject({ n: 0 });
    await items.updateMany({}, { $set: { n: 5 } });
    await items.insertOne({ _id: 'z', key: 'z' });
    expect(await items.find({}, { session }).toArray()).toMatchObject([{ n: 0 }, { n: 0 }]);
    expect(await items.findOne({ key: 'z' }, { session })).toBeNull();
    await session.abortTransaction();
    expect(await items.countDocuments({ n: 5 })).toBe(2);
  });

  it('leaves nothing behind when it aborts', async () => {
    const session = begin();
    await items.insertOne({ _id: 'c', key: 'c' }, { session });
    await items.updateOne({ _id: 'a' }, { $set: { n: 7 } }, { session });
    await session.abortTransaction();
    expect(await items.find().sort({ _id: 1 }).toArray()).toMatchObject([{ _id: 'a', n: 0 }, { _id: 'b' }]);
    await items.insertOne({ _id: 'c', key: 'c' });
  });

  it('keeps order and limit over its own and others documents', async () => {
    await items.createIndex({ n: 1 });
    await items.insertMany([1, 3, 5].map((n) => ({ _id: n, key: n, n })));
    const session = begin();
    await items.insertMany(
      [2, 4].map((n) => ({ _id: n, key: n, n })),
      { session },
    );
    await items.updateOne({ _id: 1 }, { $set: { n: 9 } }, { session });
    const rows = await items
      .find({ n: { $gt: 0 } }, { session })
      .sort({ n: 1 })
      .limit(3)
      .toArray();
    expect(rows.map(({ n }) => n)).toEqual([2, 3, 4]);
    await session.abortTransaction();
  });

  it('moves a unique key from one document to another', async () => {
    await inTransaction(client, async (session) => {
      await items.updateOne({ _id: 'a' }, { $set: { key: 'moved' } }, { session });
      await items.updateOne({ _id: 'b' }, { $set: { key: 'a' } }, { session });
    });
    expect(await items.findOne({ key: 'a' })).toMatchObject({ _id: 'b' });
    expect((await caught(items.insertOne({ key: 'a' }))).code).toBe(11000);
    await items.insertOne({ key: 'b' });
  });
});

describe('conflicts', () => {
  it('refuses at once what another open transaction wrote, labelled transient', async () => {
    const first = begin();
    const second = begin();
    await items.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: first });
    const error = await caught(items.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session: second }));
    expect(error.code).toBe(112);
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await first.commitTransaction();
    await caught(second.abortTransaction());
    expect(await items.findOne({ _id: 'a' })).toMatchObject({ n: 1 });
  });

  it('refuses what was committed after its snapshot', async () => {
    const session = begin();
    await items.findOne({ _id: 'b' }, { session });
    await items.updateOne({ _id: 'a' }, { $inc: { n: 1 } });
    expect((await caught(items.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session }))).code).toBe(112);
    await caught(session.abortTransaction());
  });

  it('refuses the same new unique key at the insert, not at the commit', async () => {
    const first = begin();
    const second = begin();
    await items.insertOne({ key: 'same' }, { session: first });
    expect((await caught(items.insertOne({ key: 'same' }, { session: second }))).code).toBe(112);
    await first.commitTransaction();
    await caught(second.abortTransaction());
  });

  it('refuses a unique key that was committed after its snapshot', async () => {
    const session = begin();
    await items.findOne({}, { session });
    await items.insertOne({ key: 'late' });
    const error = await caught(items.insertOne({ key: 'late' }, { session }));
    expect([112, 11000]).toContain(error.code);
    await caught(session.abortTransaction());
    expect(await items.countDocuments({ key: 'late' })).toBe(1);
  });

  it('lets a write outside a transaction wait for the one that holds the document', async () => {
    const session = begin();
    await items.updateOne({ _id: 'a' }, { $set: { n: 10 } }, { session });
    let done = false;
    const waiting = items.updateOne({ _id: 'a' }, { $inc: { n: 1 } }).then(() => {
      done = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done).toBe(false);
    await session.commitTransaction();
    await waiting;
    expect(await items.findOne({ _id: 'a' })).toMatchObject({ n: 11 });
  });

  it('gives up waiting after maxTimeMS', async () => {
    const session = begin();
    await items.updateOne({ _id: 'a' }, { $set: { n: 10 } }, { session });
    const error = await caught(items.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { maxTimeMS: 80 }));
    expect(error.code).toBe(50);
    await session.abortTransaction();
  });

  it('applies each part of a waiting statement over many documents once', async () => {
    const session = begin();
    await items.updateOne({ _id: 'b' }, { $set: { n: 10 } }, { session });
    const waiting = items.updateMany({}, { $inc: { n: 1 } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await session.abortTransaction();
    expect(await waiting).toMatchObject({ matchedCount: 2, modifiedCount: 2 });
    expect(await items.find().toArray()).toMatchObject([{ n: 1 }, { n: 1 }]);
  });

  it('ends a transaction at any error in it', async () => {
    const session = begin();
    await items.insertOne({ _id: 'c', key: 'c' }, { session });
    expect((await caught(items.insertOne({ key: 'a' }, { session }))).code).toBe(11000);
    const later = await caught(items.insertOne({ key: 'd' }, { session }));
    expect(later.code).toBe(251);
    expect(later.hasErrorLabel('TransientTransactionError')).toBe(true);
    await caught(session.abortTransaction());
    expect(await items.countDocuments()).toBe(2);
  });
});

describe('under load', () => {
  it('leaves 400 after 400 concurrent read-then-set increments', async () => {
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        for (let i = 0; i < 40; i++) {
          await inTransaction(client, async (session) => {
            const { n } = (await items.findOne({ _id: 'a' }, { session }))!;
            await items.updateOne({ _id: 'a' }, { $set: { n: n + 1 } }, { session });
          });
        }
      }),
    );
    expect(await items.findOne({ _id: 'a' })).toMatchObject({ n: 400 });
  }, 120_000);

  it('never shows half of what moved between two documents', async () => {
    await items.updateMany({}, { $set: { n: 100 } });
    const moving = { on: true };
    let skewed = 0;
    let read = 0;
    const movers = Array.from({ length: 8 }, async (_, i) => {
      for (let k = 0; k < 15; k++) {
        await inTransaction(client, async (session) => {
          const by = (i % 2 === 0 ? 1 : -1) * (k + 1);
          await items.updateOne({ _id: 'a' }, { $inc: { n: by } }, { session });
          await items.updateOne({ _id: 'b' }, { $inc: { n: -by } }, { session });
        });
      }
    });
    const readers = Array.from({ length: 4 }, async () => {
      while (moving.on) {
        const sum = await inTransaction(client, async (session) => {
          const a = await items.findOne({ _id: 'a' }, { session });
          const b = await items.findOne({ _id: 'b' }, { session });
          return a.n + b.n;
        });
        read++;
        if (sum !== 200) skewed++;
      }
    });
    await Promise.all(movers);
    moving.on = false;
    await Promise.all(readers);
    expect({ skewed, someRead: read > 20 }).toEqual({ skewed: 0, someRead: true });
  }, 60_000);
});

describe('the protocol of transactions', () => {
  it('answers a repeated commit the same way', async () => {
    const session = begin();
    await items.insertOne({ _id: 'c', key: 'c' }, { session });
    await session.commitTransaction();
    await session.commitTransaction();
    expect(await items.countDocuments()).toBe(3);
  });

  it('refuses count and DDL inside', async () => {
    for (const command of [
      { count: items.collectionName },
      { dropIndexes: items.collectionName, index: '*' },
    ]) {
      const session = begin();
      await items.findOne({}, { session });
      expect((await caught(db.command(command, { session }))).code).toBe(263);
      await caught(session.abortTransaction());
    }
  });

  it('reads a cursor to its end while it writes to the collection', async () => {
    await items.insertMany(Array.from({ length: 300 }, (_, n) => ({ key: `many${n}`, n: 1 })));
    const session = begin();
    const cursor = items.find({ n: 1 }, { session, batchSize: 50 });
    let seen = 0;
    for await (const doc of cursor) {
      seen++;
      await items.updateOne({ _id: doc._id }, { $set: { n: 2 } }, { session });
    }
    expect(seen).toBe(300);
    await session.commitTransaction();
    expect(await items.countDocuments({ n: 2 })).toBe(300);
  });

  it('makes a collection at its first insert in a transaction', async () => {
    const fresh = db.collection(`fresh${count}`);
    await inTransaction(client, (session) => fresh.insertOne({ a: 1 }, { session }));
    expect(await fresh.countDocuments()).toBe(1);
  });

  it('aggregates and counts documents over its own writes', async () => {
    const session = begin();
    await items.insertOne({ key: 'x', n: 5 }, { session });
    expect(await items.countDocuments({}, { session })).toBe(3);
    expect(
      await items.aggregate([{ $group: { _id: null, n: { $sum: '$n' } } }], { session }).toArray(),
    ).toMatchObject([{ n: 5 }]);
    await session.abortTransaction();
  });
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Long, MongoClient, UUID, type Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownStore } from '../../support/embedded.ts';
import { message, RawClient } from '../../support/raw-client.ts';

/** Clients that vanish, and failures put in on purpose: what a transaction or a retried write leaves behind. */

let own: Awaited<ReturnType<typeof ownStore>>;
let client: MongoClient;
let items: Collection<any>;

beforeAll(async () => {
  own = await ownStore({ test: { failPoints: true, expireEveryMs: 200 } });
  client = await MongoClient.connect(own.store.uri, { maxPoolSize: 20 });
  items = client.db('x').collection('items');
});

afterAll(async () => {
  await client.close();
  await own.remove();
});

const admin = () => client.db('admin');
const fail = (times: number, data: object): Promise<unknown> =>
  admin().command({ configureFailPoint: 'failCommand', mode: { times }, data });

describe('a killed client', () => {
  it('blocks nobody for more than a second', async () => {
    await items.insertOne({ _id: 'held', n: 0 });
    const child = fork(
      new URL('../../support/holding-client.ts', import.meta.url).pathname,
      [own.store.uri],
      {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      },
    );
    await once(child, 'message');
    const waiting = items.updateOne({ _id: 'held' }, { $set: { n: 5 } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    child.kill('SIGKILL');
    const killed = performance.now();
    await waiting;
    expect(performance.now() - killed).toBeLessThan(1_000);
    expect(await items.findOne({ _id: 'held' })).toEqual({ _id: 'held', n: 5 });
  }, 30_000);

  it('may vanish in the middle of a long read', async () => {
    const many = client.db('x').collection<any>('many');
    await many.insertMany(Array.from({ length: 20_000 }, (_, n) => ({ n, pad: 'x'.repeat(200) })));
    for (let i = 0; i < 5; i++) {
      const raw = await RawClient.connect(own.store.uri);
      raw.write(
        message({
          find: 'many',
          filter: { pad: /y/ },
          lsid: { id: new UUID() },
          txnNumber: Long.fromNumber(1),
          autocommit: false,
          startTransaction: true,
          $db: 'x',
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 10 + i * 5));
      raw.close();
    }
    expect(await many.countDocuments({ n: { $gte: 19_990 } })).toBe(10);
    expect(own.log).toEqual([]);
  });

  it('is not needed for a transaction to end: it lives ten seconds', async () => {
    await items.insertOne({ _id: 'slow', n: 0 });
    const session = client.startSession();
    session.startTransaction();
    await items.updateOne({ _id: 'slow' }, { $set: { n: 1 } }, { session });
    const started = performance.now();
    await items.updateOne({ _id: 'slow' }, { $inc: { n: 10 } });
    expect(performance.now() - started).toBeLessThan(10_500);
    expect(await items.findOne({ _id: 'slow' })).toMatchObject({ n: 10 });
    await session.endSession();
  }, 20_000);
});

describe('retryable writes', () => {
  it('are done once when the answer got lost', async () => {
    await fail(1, { failCommands: ['update'], closeConnection: true, afterCommand: true });
    await items.insertOne({ _id: 'once', n: 0 });
    expect(await items.updateOne({ _id: 'once' }, { $inc: { n: 1 } })).toMatchObject({ modifiedCount: 1 });
    expect(await items.findOne({ _id: 'once' })).toMatchObject({ n: 1 });

    await fail(1, { failCommands: ['insert'], closeConnection: true, afterCommand: true });
    expect(await items.insertMany([{ _id: 'r1' }, { _id: 'r2' }])).toMatchObject({ insertedCount: 2 });

    await fail(1, { failCommands: ['findAndModify'], closeConnection: true, afterCommand: true });
    const given = await items.findOneAndUpdate(
      { _id: 'once' },
      { $inc: { n: 1 } },
      { returnDocument: 'after' },
    );
    expect(given).toEqual({ _id: 'once', n: 2 });
    expect(await items.findOne({ _id: 'once' })).toMatchObject({ n: 2 });

    await fail(1, { failCommands: ['delete'], closeConnection: true, afterCommand: true });
    expect(await items.deleteOne({ _id: 'r1' })).toMatchObject({ deletedCount: 1 });
    await items.deleteOne({ _id: 'r2' });
  });

  it('give a failed batch the same errors again', async () => {
    await items.insertOne({ _id: 'taken' });
    await fail(1, { failCommands: ['insert'], closeConnection: true, afterCommand: true });
    const error: any = await items
      .insertMany([{ _id: 'b1' }, { _id: 'taken' }, { _id: 'b2' }], { ordered: false })
      .catch((caught: unknown) => caught);
    expect(error.writeErrors).toHaveLength(1);
    expect(error.writeErrors[0].index).toBe(1);
    expect(await items.countDocuments({ _id: { $in: ['b1', 'b2'] } })).toBe(2);
  });

  it('are remembered by a restarted store', async () => {
    await items.insertOne({ _id: 'kept', n: 0 });
    const lsid = { id: new UUID() };
    const raw = {
      update: 'items',
      updates: [{ q: { _id: 'kept' }, u: { $inc: { n: 1 } } }],
      lsid,
      txnNumber: Long.fromNumber(41),
    };
    const direct = await RawClient.connect(own.store.uri);
    expect(await direct.send({ ...raw, $db: 'x' })).toMatchObject({ ok: 1, n: 1, nModified: 1 });
    direct.close();
    const { pid } = own.store;
    process.kill(pid, 'SIGKILL');
    while (own.store.pid === pid) await new Promise((resolve) => setTimeout(resolve, 20));
    const again = await RawClient.connect(own.store.uri);
    expect(await again.send({ ...raw, $db: 'x' })).toMatchObject({ ok: 1, n: 1, nModified: 1 });
    expect(await again.send({ ...raw, $db: 'x', txnNumber: Long.fromNumber(40) })).toMatchObject({
      ok: 0,
      code: 225,
    });
    again.close();
    expect(await items.findOne({ _id: 'kept' })).toMatchObject({ n: 1 });
  }, 20_000);
});

describe('transactions and failures', () => {
  it('commit once when the answer of the commit got lost', async () => {
    const session = client.startSession();
    session.startTransaction();
    await items.insertOne({ _id: 'committed' }, { session });
    await fail(1, { failCommands: ['commitTransaction'], closeConnection: true, afterCommand: true });
    await session.commitTransaction();
    await session.endSession();
    expect(await items.countDocuments({ _id: 'committed' })).toBe(1);
  });

  it('pass on an injected error with its labels', async () => {
    const session = client.startSession();
    session.startTransaction();
    await fail(1, { failCommands: ['insert'], errorCode: 112, errorLabels: ['TransientTransactionError'] });
    const error: any = await items
      .insertOne({ _id: 'never' }, { session })
      .catch((caught: unknown) => caught);
    expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
    await session.abortTransaction();
    await session.endSession();
    expect(await items.countDocuments({ _id: 'never' })).toBe(0);
  });
});

describe('TTL indexes', () => {
  it('delete what is past its time, and nothing else', async () => {
    const ttl = client.db('x').collection<any>('ttl');
    await ttl.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
    const now = Date.now();
    await ttl.insertMany([
      ...Array.from({ length: 600 }, (_, n) => ({ _id: n, until: new Date(now - 1_000 - n) })),
      { _id: 'later', until: new Date(now + 3_600_000) },
      { _id: 'never' },
      { _id: 'text', until: 'yesterday' },
    ]);
    const deadline = performance.now() + 5_000;
    while ((await ttl.countDocuments()) > 3 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await ttl.find().toArray()).map(({ _id }) => String(_id)).toSorted()).toEqual([
      'later',
      'never',
      'text',
    ]);
  });
});

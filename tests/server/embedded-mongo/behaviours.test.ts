import { Int32, Long, MongoClient, ObjectId, type Collection, type Db } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testUri } from '../../support/store.ts';

/**
 * What the product relies on, shown on the store of the test run: the embedded one, or the server MONGODB_URI names. Both must
 * behave the same.
 */

let client: MongoClient;
let db: Db;
let items: Collection;

beforeAll(async () => {
  client = await MongoClient.connect(testUri());
  db = client.db();
});

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
});

let count = 0;
beforeEach(() => {
  items = db.collection(`items${++count}`);
});

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

describe('insert', () => {
  it('gives back what was stored, with the types it had', async () => {
    const doc = {
      _id: new ObjectId(),
      text: '订单',
      small: new Int32(5),
      big: Long.fromString('9007199254740993'),
      half: 0.5,
      yes: true,
      none: null,
      at: new Date(1_700_000_000_000),
      list: [1, 'two', { three: 3 }],
      inner: { a: { b: 1 } },
    };
    await items.insertOne({ ...doc });
    const found = await items.findOne({ _id: doc._id }, { promoteValues: false });
    expect(found).toMatchObject({ text: '订单', none: null, yes: true, at: doc.at });
    expect(found!.small).toEqual(new Int32(5));
    expect((found!.big as Long).toString()).toBe('9007199254740993');
  });

  it('names the index, the key and the value of a duplicate', async () => {
    await items.createIndex({ email: 1 }, { unique: true });
    await items.insertOne({ email: 'x' });
    const error: any = await items.insertOne({ email: 'x' }).catch((caught: unknown) => caught);
    expect(error.code).toBe(11000);
    expect(error.message).toBe(
      `E11000 duplicate key error collection: ${items.namespace} index: email_1 dup key: { email: "x" }`,
    );
    expect(error.keyPattern).toEqual({ email: 1 });
    expect(error.keyValue).toEqual({ email: 'x' });
  });

  it('stops an ordered batch at its first error and goes on in an unordered one', async () => {
    const docs = (): any[] => [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    const ordered: any = await items.insertMany(docs()).catch((caught: unknown) => caught);
    expect(ordered.code).toBe(11000);
    expect(await items.countDocuments()).toBe(1);
    const unordered: any = await items
      .insertMany(docs(), { ordered: false })
      .catch((caught: unknown) => caught);
    expect(unordered.writeErrors).toHaveLength(2);
    expect(await items.countDocuments()).toBe(2);
  });

  it('takes a batch larger than one message part', async () => {
    await items.insertMany(Array.from({ length: 3_000 }, (_, n) => ({ n, pad: 'x'.repeat(1_000) })));
    expect(await items.countDocuments()).toBe(3_000);
  });

  it('refuses an array as _id', async () => {
    const error = await items.insertOne({ _id: [1] as any }).catch((caught: unknown) => caught);
    expect(codeOf(error)).toBe(53);
  });
});

describe('find', () => {
  beforeEach(async () => {
    await items.createIndex({ kind: 1, n: -1 });
    await items.insertMany(
      Array.from({ length: 500 }, (_, n) => ({
        _id: n as any,
        n,
        kind: n % 2 === 0 ? 'even' : 'odd',
        tags: [`t${n % 5}`, 'all'],
      })),
    );
  });

  it('reads on with a cursor, in order, nothing twice', async () => {
    const found = await items.find({}, { batchSize: 7 }).sort({ n: 1 }).toArray();
    expect(found.map(({ n }) => n as number)).toEqual(Array.from({ length: 500 }, (_, n) => n));
  });

  it('sorts by an index forwards and backwards, with skip and limit', async () => {
    const newest = await items.find({ kind: 'even' }).sort({ n: -1 }).skip(1).limit(3).toArray();
    expect(newest.map(({ n }) => n as number)).toEqual([496, 494, 492]);
    const oldest = await items.find({ kind: 'odd' }).sort({ n: 1 }).limit(2).toArray();
    expect(oldest.map(({ n }) => n as number)).toEqual([1, 3]);
  });

  it('takes ranges, lists of values and elements of arrays', async () => {
    expect(await items.countDocuments({ kind: 'even', n: { $gte: 10, $lt: 20 } })).toBe(5);
    expect(await items.countDocuments({ _id: { $in: [3, 3, 4, 999] as any[] } })).toBe(2);
    expect(await items.countDocuments({ tags: 't3' })).toBe(100);
    await items.createIndex({ tags: 1 });
    expect(await items.countDocuments({ tags: 't3' })).toBe(100);
    expect(await items.find({ tags: { $in: ['t3', 'all'] } }).toArray()).toHaveLength(500);
  });

  it('projects', async () => {
    expect(await items.findOne({ _id: 4 as any }, { projection: { n: 1, _id: 0 } })).toEqual({ n: 4 });
    expect(await items.findOne({ _id: 4 as any }, { projection: { tags: 0, kind: 0 } })).toEqual({
      _id: 4,
      n: 4,
    });
  });

  it('closes a cursor with its limit and opens one with batch size 0', async () => {
    const single: any = await db.command({ find: items.collectionName, limit: 3, singleBatch: true });
    expect(single.cursor.firstBatch).toHaveLength(3);
    expect(Number(single.cursor.id)).toBe(0);
    const empty: any = await db.command({ find: items.collectionName, batchSize: 0 });
    expect(empty.cursor.firstBatch).toHaveLength(0);
    expect(Number(empty.cursor.id)).not.toBe(0);
  });

  it('does not know a cursor twice', async () => {
    const cursor = items.find({}, { batchSize: 10 });
    await cursor.next();
    const id = cursor.id!;
    await cursor.close();
    const error = await db
      .command({ getMore: id, collection: items.collectionName })
      .catch((caught: unknown) => caught);
    expect(codeOf(error)).toBe(43);
  });

  it('gives the distinct values and the number of documents', async () => {
    expect(await items.distinct('kind')).toEqual(['even', 'odd']);
    expect(await items.distinct('tags', { n: { $lt: 2 } })).toEqual(['all', 't0', 't1']);
    expect(await items.estimatedDocumentCount()).toBe(500);
  });
});

describe('update, delete, findAndModify', () => {
  beforeEach(async () => {
    await items.insertMany(Array.from({ length: 20 }, (_, n) => ({ _id: n as any, n, rev: 1 })));
  });

  it('changes one or many, and says what it did', async () => {
    expect(await items.updateOne({ n: 3, rev: 1 }, { $set: { rev: 2 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect(await items.updateOne({ n: 3, rev: 1 }, { $set: { rev: 2 } })).toMatchObject({
      matchedCount: 0,
      modifiedCount: 0,
    });
    expect(await items.updateMany({ n: { $lt: 5 } }, { $set: { rev: 2 } })).toMatchObject({
      matchedCount: 5,
      modifiedCount: 4,
    });
    expect(await items.deleteMany({ n: { $gte: 15 } })).toMatchObject({ deletedCount: 5 });
  });

  it('inserts what an upsert does not find', async () => {
    const made = await items.updateOne(
      { _id: 'new' as any },
      { $set: { a: 1 }, $setOnInsert: { b: 2 } },
      { upsert: true },
    );
    expect(made).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: 'new' });
    await items.updateOne(
      { _id: 'new' as any },
      { $set: { a: 3 }, $setOnInsert: { b: 9 } },
      { upsert: true },
    );
    expect(await items.findOne({ _id: 'new' as any })).toEqual({ _id: 'new', a: 3, b: 2 });
  });

  it('replaces a document and keeps its _id', async () => {
    await items.replaceOne({ n: 2 }, { other: true });
    expect(await items.findOne({ _id: 2 as any })).toEqual({ _id: 2, other: true });
  });

  it('refuses to change _id, also by a replacement', async () => {
    expect(codeOf(await items.updateOne({ n: 1 }, { $set: { _id: 99 } }).catch((e: unknown) => e))).toBe(66);
    const replaced = await items.replaceOne({ n: 1 }, { _id: 99 as any, x: 1 }).catch((e: unknown) => e);
    expect(codeOf(replaced)).toBe(66);
  });

  it('gives back the document before or after, by the asked order', async () => {
    const before = await items.findOneAndUpdate({}, { $inc: { rev: 1 } }, { sort: { n: -1 } });
    expect(before).toMatchObject({ n: 19, rev: 1 });
    const after = await items.findOneAndUpdate(
      { n: 19 },
      { $inc: { rev: 1 } },
      { returnDocument: 'after', projection: { rev: 1, _id: 0 } },
    );
    expect(after).toEqual({ rev: 3 });
    expect(await items.findOneAndDelete({ n: 19 })).toMatchObject({ n: 19 });
    expect(await items.findOneAndDelete({ n: 19 })).toBeNull();
  });

  it('does several kinds of writes in one bulkWrite', async () => {
    const result = await items.bulkWrite([
      { insertOne: { document: { _id: 'b' as any } } },
      { updateOne: { filter: { n: 1 }, update: { $set: { rev: 9 } } } },
      { updateOne: { filter: { _id: 'c' as any }, update: { $set: { rev: 9 } }, upsert: true } },
      { deleteOne: { filter: { n: 2 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 1,
      modifiedCount: 1,
      deletedCount: 1,
      upsertedCount: 1,
    });
  });

  it('does a bulkWrite over several collections', async () => {
    const other = `${db.databaseName}.other`;
    const result = await client.bulkWrite(
      [
        { name: 'insertOne', namespace: other, document: { _id: 1 as any } },
        { name: 'updateOne', namespace: items.namespace, filter: { n: 1 }, update: { $set: { rev: 5 } } },
        { name: 'deleteOne', namespace: items.namespace, filter: { n: 2 } },
        {
          name: 'updateOne',
          namespace: other,
          filter: { _id: 7 as any },
          update: { $set: { a: 1 } },
          upsert: true,
        },
      ],
      { verboseResults: true },
    );
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 1,
      modifiedCount: 1,
      deletedCount: 1,
      upsertedCount: 1,
    });
    expect(result.updateResults?.get(3)).toMatchObject({ upsertedId: 7 });
  });

  it('lets exactly one of many conditional updates win', async () => {
    const results = await Promise.all(
      Array.from({ length: 30 }, () => items.updateOne({ _id: 5 as any, rev: 1 }, { $inc: { rev: 1 } })),
    );
    expect(results.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });

  it('changes many documents without an index, each once', async () => {
    await items.insertMany(
      Array.from({ length: 4_000 }, (_, n) => ({ _id: `m${n}` as any, group: 'm', hits: 0 })),
    );
    expect(await items.updateMany({ group: 'm' }, { $inc: { hits: 1 } })).toMatchObject({
      modifiedCount: 4_000,
    });
    expect(await items.countDocuments({ hits: 1 })).toBe(4_000);
    expect(await items.deleteMany({ group: 'm' })).toMatchObject({ deletedCount: 4_000 });
  });
});

describe('indexes', () => {
  it('lists what was made and makes the same one once', async () => {
    await items.createIndex({ a: 1, b: -1 }, { unique: true });
    await items.createIndex({ a: 1, b: -1 }, { unique: true });
    await items.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await items.createIndex({ open: 1 }, { partialFilterExpression: { open: true }, name: 'open only' });
    expect(await items.indexes()).toMatchObject([
      { name: '_id_', key: { _id: 1 } },
      { name: 'a_1_b_-1', key: { a: 1, b: -1 }, unique: true },
      { name: 'at_1', expireAfterSeconds: 60 },
      { name: 'open only', partialFilterExpression: { open: true } },
    ]);
    await items.dropIndex('at_1');
    expect(await items.indexes()).toHaveLength(3);
  });

  it('does not make a unique index over duplicates', async () => {
    await items.insertMany([{ a: 1 }, { a: 1 }]);
    expect(codeOf(await items.createIndex({ a: 1 }, { unique: true }).catch((e: unknown) => e))).toBe(11000);
    await items.insertOne({ a: 1 });
    expect(await items.indexes()).toHaveLength(1);
  });

  it('refuses another index under the same name or with the same key', async () => {
    await items.createIndex({ a: 1 }, { name: 'one' });
    expect(codeOf(await items.createIndex({ b: 1 }, { name: 'one' }).catch((e: unknown) => e))).toBe(86);
    expect(codeOf(await items.createIndex({ a: 1 }, { name: 'two' }).catch((e: unknown) => e))).toBe(85);
    expect(codeOf(await items.dropIndex('none').catch((e: unknown) => e))).toBe(27);
  });

  it('indexes what is there already', async () => {
    await items.insertMany(Array.from({ length: 2_000 }, (_, n) => ({ n })));
    await items.createIndex({ n: 1 });
    expect(
      await items
        .find({ n: { $gte: 1_990 } })
        .sort({ n: 1 })
        .toArray(),
    ).toHaveLength(10);
  });

  it('holds a unique partial index only where its condition holds', async () => {
    await items.createIndex({ key: 1 }, { unique: true, partialFilterExpression: { state: 'open' } });
    await items.insertMany([
      { key: 1, state: 'done' },
      { key: 1, state: 'done' },
      { key: 1, state: 'open' },
    ]);
    expect(codeOf(await items.insertOne({ key: 1, state: 'open' }).catch((e: unknown) => e))).toBe(11000);
    await items.updateOne({ state: 'open' }, { $set: { state: 'done' } });
    await items.insertOne({ key: 1, state: 'open' });
    expect(await items.countDocuments({ key: 1 })).toBe(4);
    expect(await items.countDocuments({ key: 1, state: 'open' })).toBe(1);
  });

  it('tells long strings apart', async () => {
    await items.createIndex({ s: 1 }, { unique: true });
    const long = 'x'.repeat(5_000);
    await items.insertMany([{ s: `${long}a` }, { s: `${long}b` }]);
    expect(codeOf(await items.insertOne({ s: `${long}a` }).catch((e: unknown) => e))).toBe(11000);
    expect(await items.findOne({ s: `${long}b` })).not.toBeNull();
    expect(
      await items
        .find({ s: { $gte: long } })
        .sort({ s: -1 })
        .map(({ s }) => (s as string).at(-1))
        .toArray(),
    ).toEqual(['b', 'a']);
  });

  it('refuses two arrays in one compound index', async () => {
    await items.createIndex({ a: 1, b: 1 });
    expect(codeOf(await items.insertOne({ a: [1, 2], b: [1, 2] }).catch((e: unknown) => e))).toBe(171);
  });
});

describe('collections', () => {
  it('makes, lists and drops them', async () => {
    await db.createCollection('made');
    expect(codeOf(await db.createCollection('made').catch((e: unknown) => e))).toBe(48);
    expect((await db.listCollections({ name: 'made' }).toArray()).map(({ name }) => name)).toEqual(['made']);
    expect(await db.collection('made').drop()).toBe(true);
    expect(await db.listCollections({ name: 'made' }).toArray()).toEqual([]);
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    expect(databases.map(({ name }) => name)).toContain(db.databaseName);
  });

  it('starts empty after a drop', async () => {
    await items.insertMany(Array.from({ length: 1_500 }, (_, n) => ({ n })));
    await items.drop();
    expect(await items.countDocuments()).toBe(0);
    await items.insertOne({ n: 1 });
    expect(await items.find().toArray()).toHaveLength(1);
  });
});

describe('aggregation', () => {
  beforeEach(async () => {
    await items.insertMany([
      {
        _id: 1 as any,
        shop: 'a',
        amount: 10,
        lines: [
          { sku: 'x', qty: 1 },
          { sku: 'y', qty: 2 },
        ],
      },
      { _id: 2 as any, shop: 'b', amount: 20, lines: [{ sku: 'x', qty: 3 }] },
      { _id: 3 as any, shop: 'a', amount: 30, lines: [] },
    ]);
  });

  it('groups, sums and sorts', async () => {
    const rows = await items
      .aggregate([
        {
          $group: {
            _id: '$shop',
            sum: { $sum: '$amount' },
            mean: { $avg: '$amount' },
            n: { $sum: 1 },
            most: { $max: '$amount' },
          },
        },
        { $sort: { _id: -1 } },
      ])
      .toArray();
    expect(rows).toEqual([
      { _id: 'b', sum: 20, mean: 20, n: 1, most: 20 },
      { _id: 'a', sum: 40, mean: 20, n: 2, most: 30 },
    ]);
  });

  it('unwinds, projects and counts', async () => {
    const rows = await items
      .aggregate([
        { $match: { amount: { $lte: 20 } } },
        { $unwind: '$lines' },
        { $group: { _id: '$lines.sku', qty: { $sum: '$lines.qty' } } },
        { $sort: { _id: 1 } },
        { $project: { _id: 0, sku: '$_id', twice: { $multiply: ['$qty', 2] } } },
      ])
      .toArray();
    expect(rows).toEqual([
      { sku: 'x', twice: 8 },
      { sku: 'y', twice: 4 },
    ]);
    expect(await items.aggregate([{ $match: { shop: 'a' } }, { $count: 'n' }]).toArray()).toEqual([{ n: 2 }]);
    expect(await items.aggregate([{ $match: { shop: 'none' } }, { $count: 'n' }]).toArray()).toEqual([]);
  });

  it('brings in other collections with $unionWith, in the order they are named', async () => {
    const shops = items.db.collection('shops');
    await shops.insertMany([
      { _id: 'a' as any, city: 'x' },
      { _id: 'b' as any, city: 'y' },
    ]);
    const wrapped = (from: number): object => ({
      $project: { _id: 0, from: { $literal: from }, doc: '$$ROOT' },
    });
    const rows = await items
      .aggregate([
        { $match: { _id: { $in: [1, 9] } } },
        { $project: { _id: 1 } },
        { $unionWith: { coll: 'nowhere', pipeline: [wrapped(7)] } },
        { $unionWith: { coll: 'shops', pipeline: [{ $match: { _id: 'b' } }, wrapped(2)] } },
      ])
      .toArray();
    expect(rows).toEqual([{ _id: 1 }, { from: 2, doc: { _id: 'b', city: 'y' } }]);
    // Stages behind it see what came before and what was brought in, each union in its place.
    const counted = await items
      .aggregate([
        { $unionWith: 'shops' },
        { $group: { _id: null, n: { $sum: 1 } } },
        { $unionWith: 'shops' },
      ])
      .toArray();
    expect(counted).toEqual([
      { _id: null, n: 5 },
      { _id: 'a', city: 'x' },
      { _id: 'b', city: 'y' },
    ]);
    const elsewhere = await items.db
      .collection('nowhere')
      .aggregate([{ $unionWith: { coll: 'shops', pipeline: [{ $unionWith: 'shops' }, { $count: 'n' }] } }])
      .toArray();
    expect(elsewhere).toEqual([{ n: 4 }]);
  });

  it('answers several questions with $facet', async () => {
    const [row] = await items
      .aggregate([
        {
          $facet: {
            all: [{ $count: 'n' }],
            first: [{ $sort: { amount: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
          },
        },
      ])
      .toArray();
    expect(row).toEqual({ all: [{ n: 3 }], first: [{ _id: 3 }] });
  });
});

import fc from 'fast-check';
import { MongoClient, type ClientSession, type Collection, type IndexDescription } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testUri } from '../../support/store.ts';

/**
 * An index may make a query faster and nothing else: the same changes are made to a collection with indexes and to one without,
 * inside and outside transactions, and every query has to find the same.
 */

let client: MongoClient;

beforeAll(async () => {
  client = await MongoClient.connect(testUri());
});

afterAll(async () => {
  await client.db().dropDatabase();
  await client.close();
});

// Few different values, so that filters find something and documents are equal in parts.
const scalar = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 2 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'a', 'ab', null, true, 0.5, -1, Number.NaN, new Date(0), new Date(1)),
  },
);
const small = fc.integer({ min: 0, max: 3 });
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(small, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ x: scalar }) },
  { weight: 2, arbitrary: fc.array(fc.record({ x: small }), { maxLength: 3 }) },
);
const doc = fc.record({ a: value, b: scalar, open: fc.boolean() }, { requiredKeys: ['a'] });
const id = fc.integer({ min: 0, max: 12 });

type Change = (items: Collection<any>, session?: ClientSession) => Promise<unknown>;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(id, doc).map(
    ([_id, fields]): Change =>
      (items, session) =>
        items.replaceOne({ _id }, fields, { upsert: true, session }),
  ),
  fc.tuple(id, scalar).map(
    ([_id, b]): Change =>
      (items, session) =>
        items.updateOne({ _id }, { $set: { b } }, { session }),
  ),
  fc.tuple(scalar, value).map(
    ([b, a]): Change =>
      (items, session) =>
        items.updateMany({ b }, { $set: { a } }, { session }),
  ),
  fc.tuple(id, fc.boolean()).map(
    ([_id, open]): Change =>
      (items, session) =>
        items.updateOne({ _id }, { $set: { open } }, { session }),
  ),
  id.map(
    (_id): Change =>
      (items, session) =>
        items.updateOne({ _id }, { $unset: { a: 1 } }, { session }),
  ),
  id.map(
    (_id): Change =>
      (items, session) =>
        items.deleteOne({ _id }, { session }),
  ),
  scalar.map(
    (b): Change =>
      (items, session) =>
        items.deleteMany({ b, open: true }, { session }),
  ),
);
const changes = fc.array(
  fc.record({
    steps: fc.array(change, { minLength: 1, maxLength: 6 }),
    how: fc.constantFrom('plain', 'commit', 'abort'),
  }),
  { maxLength: 4 },
);

const side = fc.constantFrom('$gt', '$gte', '$lt', '$lte');
const condition = fc.oneof(
  scalar,
  fc.tuple(side, scalar).map(([operator, bound]) => ({ [operator]: bound })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), scalar, fc.constantFrom('$lt', '$lte'), scalar)
    .map(([from, low, to, high]) => ({ [from]: low, [to]: high })),
  fc.tuple(small, small).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((values) => ({ $in: values })),
  fc.constantFrom({ $exists: true }, { $exists: false }, { $regex: '^a' }, { $ne: 1 }),
);
const query = fc.record({
  filter: fc.dictionary(fc.constantFrom('a', 'a.x', 'b', 'open', '_id'), condition, {
    minKeys: 1,
    maxKeys: 2,
  }),
  sort: fc.constantFrom<Record<string, 1 | -1>>(
    { _id: 1 },
    { b: 1, _id: 1 },
    { open: -1, b: 1, _id: -1 },
    { a: -1, _id: 1 },
    { 'a.x': 1, b: -1, _id: 1 },
  ),
  limit: fc.integer({ min: 0, max: 4 }),
  skip: fc.integer({ min: 0, max: 2 }),
});

const someIndexes = fc.subarray<IndexDescription>(
  [
    { key: { a: 1 }, name: 'a' },
    { key: { a: 1, _id: -1 }, name: 'a id' },
    { key: { 'a.x': -1, b: 1 }, name: 'ax' },
    { key: { b: 1, _id: 1 }, name: 'b' },
    { key: { open: 1, b: -1, _id: 1 }, name: 'open' },
    { key: { b: 1 }, name: 'partial', partialFilterExpression: { open: true } },
    { key: { a: -1 }, name: 'some', partialFilterExpression: { b: { $gt: 0 } } },
  ],
  { minLength: 1, maxLength: 2 },
);

let count = 0;

async function apply(items: Collection<any>, rounds: { steps: Change[]; how: string }[]): Promise<void> {
  for (const { steps, how } of rounds) {
    if (how === 'plain') {
      for (const step of steps) await step(items);
      continue;
    }
    const session = client.startSession();
    session.startTransaction();
    for (const step of steps) await step(items, session);
    if (how === 'commit') await session.commitTransaction();
    else await session.abortTransaction();
    await session.endSession();
  }
}

it('finds the same with indexes as without', async () => {
  const db = client.db();
  await fc.assert(
    fc.asyncProperty(
      fc.array(doc, { minLength: 6, maxLength: 12 }),
      changes,
      fc.array(change, { maxLength: 4 }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      someIndexes,
      async (docs, rounds, open, queries, indexes) => {
        const bare = db.collection<any>(`bare${++count}`);
        const indexed = db.collection<any>(`indexed${count}`);
        for (const items of [bare, indexed])
          await items.insertMany(docs.map((fields, _id) => ({ _id, ...fields })));
        await indexed.createIndexes(indexes);
        await apply(bare, rounds);
        await apply(indexed, rounds);
        // The last changes are still open while the queries run in the same transaction.
        const session = client.startSession();
        session.startTransaction();
        for (const items of [bare, indexed]) for (const step of open) await step(items, session);
        for (const { filter, sort, limit, skip } of queries) {
          for (const within of [undefined, session]) {
            const find = (items: Collection<any>): Promise<any[]> =>
              items.find(filter, { session: within }).sort(sort).skip(skip).limit(limit).toArray();
            const want = await find(bare);
            expect(await find(indexed), JSON.stringify({ filter, sort, limit, skip })).toEqual(want);
            const all = await bare.find(filter, { session: within }).toArray();
            const counted = await indexed.countDocuments(filter, { session: within });
            expect(counted, JSON.stringify({ filter })).toBe(all.length);
          }
        }
        await session.abortTransaction();
        await session.endSession();
        await Promise.all([bare.drop(), indexed.drop()]);
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

const range = fc.oneof(
  fc.tuple(side, scalar).map(([operator, bound]) => ({ [operator]: bound })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), small, fc.constantFrom('$lt', '$lte'), small)
    .map(([from, low, to, high]) => ({ [from]: low, [to]: high })),
);

it('finds and counts the same in a range with an index as without', async () => {
  const db = client.db();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ n: scalar, kind: small }, { requiredKeys: ['kind'] }), {
        minLength: 20,
        maxLength: 30,
      }),
      fc.array(fc.tuple(range, fc.option(small)), { minLength: 20, maxLength: 20 }),
      fc.constantFrom<IndexDescription>(
        { key: { n: 1 } },
        { key: { n: -1 } },
        { key: { kind: 1, n: 1 } },
        { key: { kind: 1, n: -1 } },
      ),
      async (docs, filters, index) => {
        const bare = db.collection<any>(`ranged${++count}`);
        const indexed = db.collection<any>(`ranged-indexed${count}`);
        await indexed.createIndexes([index]);
        for (const items of [bare, indexed])
          await items.insertMany(docs.map((fields, _id) => ({ _id, ...fields })));
        for (const [n, kind] of filters) {
          const filter = { ...(kind === null ? {} : { kind }), n };
          const want = await bare.find(filter).sort({ _id: 1 }).toArray();
          expect(await indexed.find(filter).sort({ _id: 1 }).toArray(), JSON.stringify(filter)).toEqual(want);
          expect(await indexed.countDocuments(filter), JSON.stringify(filter)).toBe(want.length);
        }
        await Promise.all([bare.drop(), indexed.drop()]);
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

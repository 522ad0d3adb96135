import { MongoClient, type Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onEmbedded } from '../../support/embedded.ts';
import { testUri } from '../../support/store.ts';

/** What the embedded store does not do it refuses, with MongoDB's code and the way out in the text. */
describe.runIf(onEmbedded)('refusals', () => {
  let client: MongoClient;
  let db: Db;

  beforeAll(async () => {
    client = await MongoClient.connect(testUri());
    db = client.db();
    await db.collection<any>('c').insertOne({ _id: 1, n: 1, at: new Date(), list: [1] });
  });

  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });

  const aggregate = (stage: object): object => ({ aggregate: 'c', pipeline: [stage], cursor: {} });
  const find = (filter: object): object => ({ find: 'c', filter });
  const update = (u: unknown, more: object = {}): object => ({
    update: 'c',
    updates: [{ q: { _id: 1 }, u, ...more }],
  });
  const index = (key: object, more: object = {}): object => ({
    createIndexes: 'c',
    indexes: [{ key, name: 'i', ...more }],
  });

  const cases: [what: string, command: object, code: number][] = [
    ['an unknown command', { doesNotExist: 1 }, 59],
    ['renameCollection', { renameCollection: 'c', to: 'd' }, 115],
    ['collMod', { collMod: 'c', validator: {} }, 115],
    ['mapReduce', { mapReduce: 'c' }, 115],
    ['explain', { explain: { find: 'c' } }, 115],
    ['replSetGetStatus', { replSetGetStatus: 1 }, 115],
    ['serverStatus', { serverStatus: 1 }, 115],
    ...[
      '$lookup',
      '$out',
      '$merge',
      '$changeStream',
      '$graphLookup',
      '$addFields',
      '$geoNear',
      '$search',
      '$nonsense',
    ].map((stage): [string, object, number] => [`stage ${stage}`, aggregate({ [stage]: {} }), 40324]),
    ['an option of $unionWith', aggregate({ $unionWith: { coll: 'c', as: 'x' } }), 72],
    ['an unknown aggregation expression', aggregate({ $project: { x: { $doesNotExist: 1 } } }), 168],
    ['$function', aggregate({ $project: { x: { $function: { body: 'x', args: [], lang: 'js' } } } }), 168],
    ['an unknown query operator', find({ n: { $doesNotExist: 1 } }), 2],
    ['$where', find({ $where: 'true' }), 2],
    ['$text', find({ $text: { $search: 'x' } }), 2],
    ['$expr', find({ $expr: { $eq: ['$n', 1] } }), 2],
    ['$near', find({ at: { $near: [0, 0] } }), 2],
    ['$geoWithin', find({ at: { $geoWithin: { $box: [] } } }), 2],
    ['an unknown update operator', update({ $doesNotExist: { n: 1 } }), 9],
    ['an update written as a pipeline', update([{ $set: { n: 2 } }]), 9],
    ['a view', { create: 'v', viewOn: 'c', pipeline: [] }, 72],
    ['a capped collection', { create: 'v', capped: true, size: 10 }, 72],
    ['a time series', { create: 'v', timeseries: { timeField: 'at' } }, 72],
    ['a clustered collection', { create: 'v', clusteredIndex: { key: { _id: 1 }, unique: true } }, 72],
    ['a validator', { create: 'v', validator: { n: 1 } }, 72],
    ['a collation of a collection', { create: 'v', collation: { locale: 'zh' } }, 72],
    ['a collation of a find', { find: 'c', collation: { locale: 'zh' } }, 72],
    ['a collation of an update', update({ $set: { n: 2 } }, { collation: { locale: 'zh' } }), 72],
    ['a hint', { find: 'c', hint: { _id: 1 } }, 72],
    ['let', { find: 'c', let: { a: 1 } }, 72],
    ['a tailable cursor', { find: 'c', tailable: true }, 72],
    ['an unknown option', { find: 'c', doesNotExist: 1 }, 72],
    ['a snapshot read outside a transaction', { find: 'c', readConcern: { level: 'snapshot' } }, 72],
    ['a read at a point in time', { find: 'c', readConcern: { level: 'local', afterClusterTime: 1 } }, 72],
    [
      'a read preference only a secondary can serve',
      { find: 'c', $readPreference: { mode: 'secondary' } },
      2,
    ],
    ['a text index', index({ n: 'text' }), 67],
    ['a geo index', index({ n: '2dsphere' }), 67],
    ['a hashed index', index({ n: 'hashed' }), 67],
    ['a wildcard index', index({ '$**': 1 }), 67],
    ['a hidden index', index({ n: 1 }, { hidden: true }), 67],
    ['a sparse index', index({ n: 1 }, { sparse: true }), 67],
    ['an index with a collation', index({ n: 1 }, { collation: { locale: 'zh' } }), 67],
  ];

  it.each(cases)('refuses %s', async (_what, command, code) => {
    const error: any = await db.command(command).catch((caught: unknown) => caught);
    const reply = error.code === undefined ? error : (error.errorResponse ?? error);
    const [first] = reply.writeErrors ?? [];
    expect(first?.code ?? reply.code, JSON.stringify(reply)).toBe(code);
    expect(first?.errmsg ?? reply.errmsg ?? error.message).toContain('MONGODB_URI');
  });

  it('has done nothing of what it refused', async () => {
    expect(await db.collection<any>('c').find().toArray()).toMatchObject([{ _id: 1, n: 1 }]);
    expect((await db.listCollections().toArray()).map(({ name }) => name)).toEqual(['c']);
    expect(await db.collection('c').indexes()).toHaveLength(1);
  });

  it('has no fail points unless it was started for a test', async () => {
    const error: any = await client
      .db('admin')
      .command({ configureFailPoint: 'failCommand', mode: 'off' })
      .catch((caught: unknown) => caught);
    expect(error.code).toBe(59);
  });

  it('answers a write concern one member cannot meet after the write', async () => {
    const error: any = await db
      .collection<any>('c')
      .insertOne({ _id: 2 }, { writeConcern: { w: 2 } })
      .catch((caught: unknown) => caught);
    expect(error.code ?? error.result?.code).toBe(100);
    expect(await db.collection<any>('c').countDocuments({ _id: 2 })).toBe(1);
  });

  it('keeps prototypes clean whatever paths a client sends', async () => {
    const c = db.collection<any>('paths');
    await c.insertOne({ _id: 1 });
    for (const path of ['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted']) {
      await c.updateOne({ _id: 1 }, { $set: { [path]: 1 } }).catch(() => undefined);
      await c
        .find({}, { projection: { [path]: 1 } })
        .toArray()
        .catch(() => undefined);
      await c
        .aggregate([{ $project: { [path]: { $literal: 1 } } }])
        .toArray()
        .catch(() => undefined);
    }
    const [row] = await c.aggregate([{ $project: { x: { $ifNull: ['$polluted', 'clean'] } } }]).toArray();
    expect(row).toEqual({ _id: 1, x: 'clean' });
    expect(await c.countDocuments({ polluted: 1 })).toBe(0);
  });
});

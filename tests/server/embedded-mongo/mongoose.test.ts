import mongoose, { Schema, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../support/embedded.ts';
import { testUri } from '../../support/store.ts';

/** mongoose as the product uses it, on the store of the test run. */
describe('mongoose', () => {
  let connection: Connection;
  const schema = new Schema(
    {
      _id: String,
      state: { type: String, required: true },
      amount: Number,
      lines: [{ _id: false, sku: String, qty: Number }],
      facts: Schema.Types.Mixed,
      until: Date,
      rev: { type: Number, default: 1 },
    },
    { timestamps: true, minimize: false },
  );
  schema.index({ state: 1, amount: -1 });
  schema.index({ until: 1 }, { expireAfterSeconds: 0 });
  schema.index({ 'lines.sku': 1 }, { partialFilterExpression: { state: 'open' } });

  beforeAll(async () => {
    connection = await mongoose.createConnection(testUri(), { autoIndex: false }).asPromise();
  });

  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });

  it('connects to the primary of a replica set', async () => {
    const hello = await connection.db!.command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true });
    expect(hello.setName).toEqual(expect.any(String));
    expect(hello.localTime).toBeInstanceOf(Date);
  });

  it('makes the collections and indexes of a model, twice', async () => {
    const Order = connection.model('Order', schema);
    for (let i = 0; i < 2; i++) {
      await Order.createCollection();
      await Order.createIndexes();
    }
    expect(await Order.listIndexes()).toHaveLength(4);
    expect(await Order.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  });

  it('saves, finds and changes documents', async () => {
    const Order = connection.model('Order', schema);
    const order = await Order.create({
      _id: 'o1',
      state: 'open',
      amount: 5,
      lines: [{ sku: 'a', qty: 1 }],
      facts: { 'order.total': 5 },
    });
    order.lines.push({ sku: 'b', qty: 2 });
    await order.save();
    expect(await Order.findById('o1').lean()).toMatchObject({ lines: [{ sku: 'a' }, { sku: 'b' }], __v: 1 });
    const moved = await Order.findOneAndUpdate(
      { _id: 'o1', rev: 1 },
      { $inc: { rev: 1 }, $set: { state: 'held' } },
      { returnDocument: 'after' },
    ).lean();
    expect(moved).toMatchObject({ rev: 2, state: 'held', createdAt: expect.any(Date) });
    expect(await Order.findOneAndUpdate({ _id: 'o1', rev: 1 }, { $inc: { rev: 1 } })).toBeNull();
    expect((await Order.findById('o1'))!.facts).toEqual({ 'order.total': 5 });
  });

  it('writes many at once and reads them with a cursor', async () => {
    const Order = connection.model('Order', schema);
    await Order.insertMany(
      Array.from({ length: 250 }, (_, n) => ({
        _id: `m${n}`,
        state: n % 2 ? 'open' : 'done',
        amount: n,
        rev: 1,
      })),
      { lean: true },
    );
    const result = await Order.bulkWrite([
      { updateOne: { filter: { _id: 'm1', rev: 1 }, update: { $set: { amount: 1_000 }, $inc: { rev: 1 } } } },
      { deleteOne: { filter: { _id: 'm2' } } },
    ]);
    expect(result).toMatchObject({ matchedCount: 1, deletedCount: 1 });
    const seen: number[] = [];
    for await (const row of Order.find({ state: 'open' })
      .sort({ amount: -1 })
      .lean()
      .cursor({ batchSize: 20 })) {
      seen.push(row.amount!);
    }
    expect(seen).toHaveLength(125);
    expect(seen).toEqual(seen.toSorted((a, b) => b - a));
    expect(await Order.countDocuments({ state: 'done' })).toBe(124);
  });

  it('runs transactions over several models', async () => {
    const Order = connection.model('Order', schema);
    const Event = connection.model('Event', new Schema({ order: String, kind: String }));
    await inTransaction(connection.getClient(), async (session) => {
      await Order.create([{ _id: 't1', state: 'open' }], { session });
      await Event.insertMany(
        [
          { order: 't1', kind: 'made' },
          { order: 't1', kind: 'held' },
        ],
        { session, ordered: true },
      );
    });
    expect(await Event.countDocuments({ order: 't1' })).toBe(2);
    await expect(
      inTransaction(connection.getClient(), async (session) => {
        await Event.create([{ order: 't2' }], { session });
        await Order.create([{ _id: 't1', state: 'open' }], { session });
      }),
    ).rejects.toMatchObject({ code: 11000 });
    expect(await Event.countDocuments({ order: 't2' })).toBe(0);
  });
});

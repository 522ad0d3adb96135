import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isDuplicate, isTransient } from '../../../server/store/in-transaction.ts';
import { writeAll, type Write } from '../../../server/store/write-all.ts';
import { openWay } from '../../support/way.ts';

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay();
});
afterAll(() => way.close());

let round = 0;
let id: (name: string) => string;
beforeEach(() => {
  const own = `write-all-${++round}`;
  id = (name) => `${own}-${name}`;
});

const stored = (collection: string, name: string) =>
  way.store.collection(collection).findOne({ _id: id(name) } as never);

describe.each([
  ['in one command', true],
  ['in one command per collection', false],
])('writes of several collections %s', (_, across) => {
  const write = (writes: Write[]) =>
    way.store.inTransaction((session) => writeAll(way.store.database(), session, writes, across));
  const insert = (collection: string, name: string, more = {}): Write => ({
    insert: collection,
    document: { _id: id(name), rev: 1, ...more },
  });

  test('are carried out, and what they found is counted', async () => {
    await write([insert('credits', 'a', { used: 1 }), insert('credits', 'b'), insert('identities', 'a')]);
    const where = (name: string, rev = 1) => ({ _id: id(name), rev });
    const found = await write([
      { replace: 'credits', where: where('a'), document: { _id: id('a'), rev: 2, used: 5 } as never },
      { set: 'identities', where: where('a'), fields: { orders: 3 } },
      { remove: 'credits', where: where('b') },
      { set: 'identities', where: where('a', 7), fields: { orders: 9 } },
      insert('events', 'a'),
    ]);
    expect(found).toBe(3);
    expect(await stored('credits', 'a')).toEqual({ _id: id('a'), rev: 2, used: 5 });
    expect(await stored('identities', 'a')).toEqual({ _id: id('a'), rev: 1, orders: 3 });
    expect(await stored('credits', 'b')).toBeNull();
    expect(await stored('events', 'a')).not.toBeNull();
    expect(await write([])).toBe(0);
  });

  test('leave nothing when one is refused, and say that the key was there', async () => {
    await write([insert('credits', 'a')]);
    const again = write([insert('identities', 'b'), insert('credits', 'a')]);
    await expect(again).rejects.toSatisfy(isDuplicate);
    expect(await stored('identities', 'b')).toBeNull();
  });

  test('run again when another writer was in the way', async () => {
    await write([insert('credits', 'a', { used: 0 })]);
    let attempts = 0;
    const transient: boolean[] = [];
    await way.store.inTransaction(async (session) => {
      await way.store.collection('credits').findOne({ _id: id('a') } as never, { session });
      if (++attempts === 1) {
        await way.store.collection('credits').updateOne({ _id: id('a') } as never, { $set: { used: 1 } });
      }
      const change: Write = { set: 'credits', where: { _id: id('a') }, fields: { used: 2 } };
      try {
        await writeAll(way.store.database(), session, [change], across);
      } catch (error) {
        transient.push(isTransient(error));
        throw error;
      }
    });
    expect(transient).toEqual([true]);
    expect(await stored('credits', 'a')).toMatchObject({ used: 2 });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';
import { stockWorld, type StockWorld } from './support.ts';

let server: TestServer;
let world: StockWorld;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
  await world.operations.send('PUT', '/catalog/skus', { items: [{ sku: 'BRK-1', name: '前刹车片 (陶瓷)' }] });
  for (const [key, units] of Object.entries({
    'WH1|BRK-1': 5,
    'WH1|OIL-1': 9,
    'WH2|BRK-1': 9,
    'WH2|OIL-10': 2,
    'WH10|BRK-1': 1,
  }))
    await world.receive(key, units);
});
afterAll(() => server.close());

const keysOf = async (path: string): Promise<string[]> =>
  (await world.operations.get(path)).body.items.map(({ key }: any) => key);

/** Page by page, one at a time. */
async function walk(path: string, name: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const at: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body }: any = await world.operations.get(`${path}&limit=1${at}`);
    seen.push(...body.items.map((item: any) => item[name]));
    cursor = body.next;
  } while (cursor !== null);
  return seen;
}

describe('the list of stock', () => {
  test('is narrowed to a warehouse, a SKU, the beginning of one, or part of a name', async () => {
    expect(await keysOf('/stock?warehouse=WH1')).toEqual(['WH1|BRK-1', 'WH1|OIL-1']);
    expect(await keysOf('/stock?sku=OIL-1')).toEqual(['WH1|OIL-1']);
    expect(await keysOf('/stock?q=OIL')).toEqual(['WH1|OIL-1', 'WH2|OIL-10']);
    expect(await keysOf('/stock?q=(陶瓷&warehouse=WH2')).toEqual(['WH2|BRK-1']);
    expect(await keysOf('/stock?q=nothing')).toEqual([]);
  });

  test('is read to the end page by page, by key or with most on hand first', async () => {
    const all = ['WH10|BRK-1', 'WH1|BRK-1', 'WH1|OIL-1', 'WH2|BRK-1', 'WH2|OIL-10'];
    expect(await walk('/stock?sort=key', 'key')).toEqual(all);
    expect(await walk('/stock?sort=onHand', 'key')).toEqual([
      'WH1|OIL-1',
      'WH2|BRK-1',
      'WH1|BRK-1',
      'WH2|OIL-10',
      'WH10|BRK-1',
    ]);
  });
});

describe('the list of locks', () => {
  test('holds open ones only, by layer, and those that end soonest first', async () => {
    const paid = await world.order([{ sku: 'BRK-1', quantity: 1, warehouse: 'WH1' }]);
    const unpaid = await world.order([{ sku: 'OIL-1', quantity: 2, warehouse: 'WH1' }], {
      payment: { status: 'unpaid' },
    });
    const given = await world.order([{ sku: 'BRK-1', quantity: 1, warehouse: 'WH2' }]);
    for (const order of [paid, unpaid, given]) expect((await world.lock(order)).status).toBe(200);
    await world.on('release-lock', `order:${given}`);
    const locks = async (query: string): Promise<string[]> =>
      (await world.operations.get(`/reservations?${query}`)).body.items.map(({ order }: any) => order);
    expect((await locks('')).toSorted()).toEqual([paid, unpaid].toSorted());
    expect(await locks('layer=unpaid')).toEqual([unpaid]);
    expect(await locks('sku=BRK-1')).toEqual([paid]);
    expect(await locks('warehouse=WH2')).toEqual([]);
    expect(await walk('/reservations?expiring=true', 'order')).toEqual([unpaid]);
    expect((await walk('/reservations?warehouse=WH1', 'order')).toSorted()).toEqual(
      [paid, unpaid].toSorted(),
    );
  });
});

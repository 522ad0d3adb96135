import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { hashOfLine } from '../../../server/stock/ledger.ts';
import { stockWorld, type StockWorld } from './support.ts';

let server: TestServer;
let world: StockWorld;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
});
afterAll(() => server.close());

const adjust = (key: string, delta: number) =>
  world.on('adjust-stock', `stock:${key}`, { delta }, world.planner);

describe('units on hand', () => {
  test('come in, are corrected, blocked and let go; each leaves a line that says who and why', async () => {
    const sku = world.sku();
    const key = `WH1|${sku}`;
    const done = await world.receive(key, 10);
    expect(done.text.zh).toBe(`WH1 入库 10 件 ${sku}`);
    expect((await adjust(key, -3)).status).toBe(200);
    expect((await world.on('block-stock', `stock:${key}`, { quantity: 4 }, world.keeper)).status).toBe(200);
    expect((await world.on('unblock-stock', `stock:${key}`, { quantity: 1 }, world.keeper)).status).toBe(200);
    expect(await world.balance(key)).toMatchObject({ onHand: 7, blocked: 3, open: 4 });
    const lines = await world.ledger(key);
    expect(lines.map(({ seq, kind, changes }) => ({ seq, kind, changes }))).toEqual([
      { seq: 4, kind: 'unblock', changes: { blocked: -1, open: 1 } },
      { seq: 3, kind: 'block', changes: { blocked: 4, open: -4 } },
      { seq: 2, kind: 'adjust', changes: { onHand: -3, open: -3 } },
      { seq: 1, kind: 'receipt', changes: { onHand: 10, open: 10 } },
    ]);
    expect(lines[2]).toMatchObject({ reason: 'asked by telephone', voucher: 'T-1', label: { zh: '调整' } });
  });

  test('lines are chained: each names the hash of the one before, and its own is over what it says', async () => {
    const key = `WH1|${world.sku()}`;
    await world.receive(key, 10);
    await adjust(key, -3);
    const stored = (await server.app.store
      .collection('ledger')
      .find({ key })
      .sort({ _id: 1 })
      .toArray()) as any[];
    expect(stored.map(({ prev }) => prev)).toEqual(['', stored[0].hash]);
    expect(stored.map(hashOfLine)).toEqual(stored.map(({ hash }) => hash));
    expect(hashOfLine({ ...stored[1], changes: { onHand: -2, open: -2 } })).not.toBe(stored[1].hash);
  });

  test('what is locked is not taken away by a correction, nor more than is there', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 3);
    const order = await world.order([{ sku, quantity: 2 }]);
    await world.lock(order);
    const refused = await adjust(`WH1|${sku}`, -2);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message.zh).toBe('只有 1 件没有锁也没有冻结，不能减 2 件');
    expect((await world.on('block-stock', `stock:WH1|${sku}`, { quantity: 2 })).status).toBe(403);
    expect((await world.on('block-stock', `stock:WH1|${sku}`, { quantity: 2 }, world.keeper)).status).toBe(
      409,
    );
    expect((await world.balance(`WH1|${sku}`)).onHand).toBe(3);
  });

  test('a correction needs reason and voucher, a target that is stock, and a balance that is there', async () => {
    const target = `stock:WH1|${world.sku()}`;
    expect((await press(world.keeper, 'adjust-stock', { target, input: { delta: 1 } })).status).toBe(400);
    expect((await world.on('block-stock', target, { quantity: 1 }, world.keeper)).status).toBe(404);
    expect(
      (await press(world.keeper, 'receive-stock', { target: 'stock:WH1', input: { quantity: 1 } })).status,
    ).toBe(400);
    expect((await press(world.keeper, 'receive-stock', { target, input: { quantity: 0 } })).status).toBe(400);
  });
});

describe('the list', () => {
  test('is filtered by warehouse and SKU, and read page by page', async () => {
    const sku = world.sku();
    for (const warehouse of ['P1', 'P2', 'P3']) await world.receive(`${warehouse}|${sku}`, 1);
    await world.receive(`P1|${world.sku()}`, 1);
    const keys = async (query: string) => {
      const { body } = await world.operations.get(`/stock?${query}`);
      return { keys: body.items.map(({ key }: any) => key), next: body.next };
    };
    expect(await keys(`sku=${sku}&limit=2`)).toEqual({ keys: [`P1|${sku}`, `P2|${sku}`], next: `P2|${sku}` });
    expect(await keys(`sku=${sku}&limit=2&cursor=${encodeURIComponent(`P2|${sku}`)}`)).toEqual({
      keys: [`P3|${sku}`],
      next: null,
    });
    expect((await keys('warehouse=P1')).keys).toHaveLength(2);
    expect((await keys(`warehouse=P1&sku=${sku}`)).keys).toEqual([`P1|${sku}`]);
  });

  test('a ledger is read page by page, and of nothing there is none', async () => {
    const key = `WH1|${world.sku()}`;
    for (let count = 0; count < 3; count++) await world.receive(key, 1);
    const path = `/stock/${encodeURIComponent(key)}/ledger`;
    const first = (await world.operations.get(`${path}?limit=2`)).body;
    expect(first.items.map(({ seq }: any) => seq)).toEqual([3, 2]);
    const second = (await world.operations.get(`${path}?limit=2&cursor=${first.next}`)).body;
    expect(second).toMatchObject({ items: [{ seq: 1 }], next: null });
    expect((await world.operations.get('/stock/WH1%7Cnothing/ledger')).status).toBe(404);
  });

  test('who holds what is read of a balance', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 5);
    const order = await world.order([{ sku, quantity: 2 }]);
    await world.lock(order);
    const path = `/stock/${encodeURIComponent(`WH1|${sku}`)}/reservations`;
    expect((await world.operations.get(path)).body.items).toMatchObject([{ order, quantity: 2 }]);
    await world.on('release-lock', `order:${order}`);
    expect((await world.operations.get(path)).body.items).toEqual([]);
  });
});

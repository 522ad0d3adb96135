import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressOrder } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { stockWorld, type StockWorld } from './support.ts';

let server: TestServer;
let world: StockWorld;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
});
afterAll(() => server.close());

const protect = (key: string, layer: string, quantity: number) =>
  world.on('set-protection', `stock:${key}`, { layer, quantity }, world.planner);
const cap = (channel: string, input: object) =>
  world.on('set-cap', `channel:${channel}`, input, world.planner);

describe('a floor', () => {
  test('is out of reach of other layers, and filled again as units come in', async () => {
    const sku = world.sku();
    const key = `WH1|${sku}`;
    await world.receive(key, 6);
    const set = await protect(key, 'gold', 8);
    expect(set.body.text.zh).toBe(`WH1 ${sku} 给金层保底 8 件，现有 6 件，到货或释放后补足`);
    const plain = await world.order([{ sku, quantity: 1 }]);
    expect((await world.lock(plain)).status).toBe(409);
    expect((await world.lock(plain, { layer: 'rush' })).status).toBe(409);
    await world.receive(key, 3);
    expect(await world.balance(key)).toMatchObject({
      open: 1,
      band: { gold: 8 },
      available: { gold: 9, rush: 1 },
    });
    expect((await world.lock(plain)).status).toBe(200);
    const gold = await world.order([{ sku, quantity: 8 }], { customer: { tier: 'gold' } });
    expect((await world.lock(gold)).status).toBe(200);
    await world.on('release-lock', `order:${gold}`);
    expect(await world.balance(key)).toMatchObject({ open: 0, band: { gold: 8 }, held: 1 });
    await protect(key, 'gold', 0);
    expect(await world.balance(key)).toMatchObject({ open: 8, band: {}, wanted: {} });
  });
});

describe('a cap', () => {
  test('bounds what a channel may hold everywhere and in one warehouse, what it holds already counted', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 20);
    await world.receive(`WH2|${sku}`, 20);
    const first = await world.order([{ sku, quantity: 3, warehouse: 'WH1' }]);
    await world.lock(first);
    const set = await cap('taobao', { sku, quantity: 5 });
    expect(set.body).toMatchObject({
      result: { used: 3, quantity: 5 },
      text: { zh: `淘宝最多占 5 件 ${sku}` },
    });
    const second = await world.order([{ sku, quantity: 3, warehouse: 'WH2' }]);
    const refused = await world.lock(second);
    expect(refused.body.error.details.reasons).toMatchObject([
      { code: 'channel-cap', text: { zh: `${sku} 要 3 件，WH2 这个渠道最多还能占 2 件` } },
    ]);
    expect((await world.lock(second, { ifShort: 'what-there-is' })).body.result.short).toBe(1);
    const other = await world.order([{ sku, quantity: 9 }], { channel: 'jd' });
    expect((await world.lock(other)).status).toBe(200);
    await world.on('release-lock', `order:${first}`);
    expect((await world.lock(second)).status).toBe(200);
    expect((await cap('taobao', { sku, warehouse: 'WH2', quantity: 1 })).body.result.used).toBe(3);
    const third = await world.order([{ sku, quantity: 1, warehouse: 'WH2' }]);
    expect((await world.lock(third)).status).toBe(409);
    expect((await world.lock(third, { lines: [{ lineId: '1', warehouse: 'WH1' }] })).status).toBe(200);
  });
});

describe('the layer of an order', () => {
  const priority = (order: string, layer: string) =>
    pressOrder(world.operations, 'set-priority', order, { input: { layer } });

  test('takes its locks along, upwards always, downwards not on the floor of another layer', async () => {
    const sku = world.sku();
    const key = `WH1|${sku}`;
    await world.receive(key, 5);
    await protect(key, 'gold', 4);
    const order = await world.order([{ sku, quantity: 5 }], { customer: { tier: 'gold' } });
    await world.lock(order);
    expect((await priority(order, 'rush')).body.text.zh).toBe('锁库层级设为加急层，锁着的 5 件换到加急层');
    expect((await world.balance(key)).reservedBy).toEqual({ rush: 5 });
    expect((await priority(order, 'standard')).body.text.zh).toBe('锁库层级设为标准层，5 件用着保底，换不了');
    expect((await world.balance(key)).reservedBy).toEqual({ rush: 5 });
    await world.receive(key, 9);
    expect((await priority(order, 'standard')).body.text.zh).toBe(
      '锁库层级设为标准层，锁着的 5 件换到标准层',
    );
    expect(await world.balance(key)).toMatchObject({
      band: { gold: 4 },
      open: 5,
      reservedBy: { standard: 5 },
    });
    expect((await priority(order, 'standard')).body.result).toMatchObject({ unchanged: true });
  });

  test('rush takes them along too', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 5);
    const order = await world.order([{ sku, quantity: 2 }]);
    await world.lock(order);
    await pressOrder(world.operations, 'mark-rush', order);
    expect((await world.balance(`WH1|${sku}`)).reservedBy).toEqual({ rush: 2 });
  });
});

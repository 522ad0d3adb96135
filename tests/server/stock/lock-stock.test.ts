import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { press } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { stockWorld, type StockWorld } from './support.ts';

let server: TestServer;
let world: StockWorld;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
});
afterAll(() => server.close());

describe('one tap locks an order', () => {
  test('what was locked where is said, in which layer, and how to take it back', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 5);
    const order = await world.order([{ sku, quantity: 2, warehouse: 'WH1' }]);
    const done = await world.lock(order);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(done.body.text).toEqual({ zh: 'WH1 锁 2 件，标准层', en: 'Locked 2 in WH1, standard layer' });
    expect(done.body.undo).toMatchObject({ name: 'undo-lock', until: expect.stringMatching(/Z$/) });
    expect(await world.balance(`WH1|${sku}`)).toMatchObject({
      onHand: 5,
      open: 3,
      held: 2,
      reservedBy: { standard: 2 },
      reservedFor: { taobao: 2 },
      available: { rush: 3, unpaid: 3 },
    });
    expect(await world.reservations(order)).toMatchObject([
      {
        order,
        line: '1',
        warehouse: 'WH1',
        quantity: 2,
        layer: 'standard',
        state: 'held',
        press: done.body.press,
      },
    ]);
    const timeline = (await world.operations.get(`/orders/${order}/timeline`)).body.items;
    expect(timeline.at(-1)).toMatchObject({ type: 'stock-locked', text: done.body.text });
    const again = await world.lock(order);
    expect(again.body).toMatchObject({ result: { unchanged: true }, text: { zh: '都已经锁好了' } });
  });

  test('the layer is the one of the order unless said', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 9);
    const gold = await world.order([{ sku, quantity: 1 }], { customer: { tier: 'gold' } });
    const unpaid = await world.order([{ sku, quantity: 1 }], { payment: { status: 'unpaid' } });
    await world.lock(gold);
    await world.lock(unpaid);
    const other = await world.order([{ sku, quantity: 1 }]);
    await world.lock(other, { layer: 'rush' });
    expect((await world.balance(`WH1|${sku}`)).reservedBy).toEqual({ gold: 1, unpaid: 1, rush: 1 });
    expect((await world.reservations(gold))[0]).toMatchObject({ unpaid: false, expiresAt: null });
    const [waiting] = await world.reservations(unpaid);
    expect(waiting.unpaid).toBe(true);
    expect(Date.parse(waiting.expiresAt) - Date.parse(waiting.at)).toBe(30 * 60_000);
  });

  test('without a warehouse a whole line comes from one, and from several only where none has enough', async () => {
    const sku = world.sku();
    await world.receive(`A1|${sku}`, 3);
    await world.receive(`B1|${sku}`, 5);
    const whole = await world.order([{ sku, quantity: 4 }]);
    expect((await world.lock(whole)).body.text.zh).toBe('B1 锁 4 件，标准层');
    const parts = await world.order([{ sku, quantity: 4 }]);
    expect((await world.lock(parts)).body.text.zh).toBe('A1 锁 3 件、B1 锁 1 件，标准层');
  });

  test('two lines of one SKU never lock the same piece', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 3);
    const order = await world.order([
      { sku, quantity: 2, warehouse: 'WH1' },
      { sku, quantity: 2, warehouse: 'WH1' },
    ]);
    expect((await world.lock(order)).status).toBe(409);
    expect(await world.reservations(order)).toEqual([]);
    expect((await world.balance(`WH1|${sku}`)).open).toBe(3);
  });
});

describe('where there is not enough', () => {
  test('nothing is locked; the refusal names what is there and offers what helps', async () => {
    const [sku, plenty] = [world.sku(), world.sku()];
    await world.receive(`WH1|${sku}`, 1);
    await world.receive(`WH2|${sku}`, 9);
    await world.receive(`WH1|${plenty}`, 9);
    const order = await world.order([
      { sku: plenty, quantity: 2, warehouse: 'WH1' },
      { sku, quantity: 4, warehouse: 'WH1' },
    ]);
    const refused = await world.lock(order);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message.zh).toBe(`库存不够，没有锁：${sku} 要 4 件，WH1 能锁 1 件`);
    expect(refused.body.error.details.cures).toEqual([
      { name: 'lock-stock', target: `order:${order}`, input: { ifShort: 'what-there-is' } },
      {
        name: 'lock-stock',
        target: `order:${order}`,
        input: { lines: [{ lineId: '2', quantity: 4, warehouse: 'WH2' }] },
      },
    ]);
    expect(await world.reservations(order)).toEqual([]);
    expect((await world.balance(`WH1|${plenty}`)).held).toBe(0);
    const [, cure] = refused.body.error.details.cures;
    expect((await world.lock(order, cure.input)).status).toBe(200);
    expect((await world.lock(order)).body.text.zh).toBe('WH1 锁 2 件，标准层');
  });

  test('what there is is locked where that was said', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 1);
    const order = await world.order([{ sku, quantity: 4 }]);
    const done = await world.lock(order, { ifShort: 'what-there-is' });
    expect(done.body).toMatchObject({ text: { zh: 'WH1 锁 1 件，标准层，还差 3 件' }, result: { short: 3 } });
    const none = await world.lock(order, { ifShort: 'what-there-is' });
    expect(none.status).toBe(409);
  });

  test('re-allocating is not done by this button, and the refusal says so', async () => {
    const order = await world.order([{ sku: world.sku(), quantity: 4 }]);
    const refused = await world.lock(order, { ifShort: 'reallocate' });
    expect(refused.status).toBe(409);
    expect(refused.body.error.details.reasons.map(({ code }: any) => code)).toEqual([
      'shortage',
      'reallocation',
    ]);
  });

  test('more than a line lacks cannot be locked, nor a line that is not there', async () => {
    const order = await world.order([{ sku: world.sku(), quantity: 2 }]);
    const more = await world.lock(order, { lines: [{ lineId: '1', quantity: 3 }] });
    expect([more.status, more.body.error.path]).toEqual([400, 'input.lines.0.quantity']);
    expect((await world.lock(order, { lines: ['7'] })).status).toBe(400);
  });
});

test('a press under the same key locks once', async () => {
  const sku = world.sku();
  await world.receive(`WH1|${sku}`, 9);
  const order = await world.order([{ sku, quantity: 2 }]);
  const body = { target: `order:${order}`, input: { lines: [{ lineId: '1', quantity: 1 }] } };
  const send = () =>
    world.keeper.send('POST', '/commands/lock-stock', body, { 'idempotency-key': `lock-${order}` });
  const first = await send();
  const second = await send();
  expect(second).toEqual(first);
  expect((await world.balance(`WH1|${sku}`)).held).toBe(1);
});

test('pressed on an alert it locks the order the alert is about', async () => {
  const sku = world.sku();
  await world.receive(`WH1|${sku}`, 9);
  const order = await world.order([{ sku, quantity: 2 }]);
  const raised = {
    _id: `a-${order}`,
    rev: 1,
    kind: 'no-stock',
    order,
    rooms: ['role:keeper'],
    open: true,
    state: 'raised',
    buttons: [],
  };
  await server.app.store.collection('alerts').insertOne(raised as never);
  const done = await press(world.keeper, 'lock-stock', { target: `alert:${raised._id}` });
  expect(done.status, JSON.stringify(done.body)).toBe(200);
  expect(done.body.text.zh).toBe('WH1 锁 2 件，标准层');
  expect(await world.reservations(order)).toHaveLength(1);
});

describe('releasing', () => {
  test('gives back what one lock, or all of an order, holds, once', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 9);
    const order = await world.order([
      { sku, quantity: 2 },
      { sku, quantity: 3 },
    ]);
    await world.lock(order);
    const [first] = await world.reservations(order);
    const one = await world.on('release-lock', `reservation:${first.id}`);
    expect(one.status, JSON.stringify(one.body)).toBe(200);
    expect((await world.balance(`WH1|${sku}`)).held).toBe(3);
    const rest = await world.on('release-lock', `order:${order}`);
    expect(rest.body.text.zh).toBe('WH1 释放 3 件');
    expect(await world.balance(`WH1|${sku}`)).toMatchObject({
      open: 9,
      held: 0,
      reservedBy: {},
      reservedFor: {},
    });
    expect((await world.on('release-lock', `order:${order}`)).status).toBe(409);
    expect((await world.on('release-lock', `reservation:${first.id}`)).status).toBe(409);
    expect((await world.reservations(order)).map(({ state }) => state)).toEqual(['released', 'released']);
    expect((await world.ledger(`WH1|${sku}`)).map(({ kind }) => kind)).toEqual([
      'release',
      'release',
      'hold',
      'hold',
      'receipt',
    ]);
  });
});

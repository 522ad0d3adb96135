import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressOrder, within } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { stockWorld, type StockWorld } from './support.ts';

let server: TestServer;
let world: StockWorld;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
});
afterAll(() => server.close());

/** An order of one line with so many units locked in a warehouse that had ten. */
async function locked(quantity: number, more: object = {}, input: object = {}) {
  const sku = world.sku();
  await world.receive(`WH1|${sku}`, 10);
  const order = await world.order([{ sku, quantity, unitPrice: 100 }], more);
  const { body } = await world.lock(order, input);
  return { sku, key: `WH1|${sku}`, order, press: body.press as string };
}
const kinds = async (key: string) => (await world.ledger(key)).map(({ kind }) => kind).toReversed();
const states = async (order: string) => (await world.reservations(order)).map(({ state }) => state);

/** Moves the end of a lock into the past, as time would. */
async function letPass(order: string): Promise<void> {
  const past = { $set: { expiresAt: new Date(Date.now() - 1000) } };
  await server.app.store.collection('reservations').updateMany({ order, expiring: true } as never, past);
}

describe('taking a tap back', () => {
  test('gives every lock of that press back, once, and none of another', async () => {
    const { key, order, press } = await locked(3, {}, { lines: [{ lineId: '1', quantity: 1 }] });
    const second = await world.lock(order);
    const undone = await world.on('undo-lock', `press:${second.body.press}`, {}, world.keeper);
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    expect(undone.body.text.zh).toBe('WH1 撤销锁库 2 件');
    expect((await world.balance(key)).held).toBe(1);
    const again = await world.on('undo-lock', `press:${second.body.press}`, {}, world.keeper);
    expect([again.status, again.body.error.message.zh]).toEqual([409, '这次锁的已经撤销、释放或拣走了']);
    expect((await world.on('undo-lock', `press:${press}`, {}, world.keeper)).status).toBe(200);
    expect(await world.balance(key)).toMatchObject({ open: 10, held: 0 });
  });

  test('only within a minute, and only a tap that locked', async () => {
    const { order, press } = await locked(1);
    const minute = { $set: { at: Date.now() - 61_000 } };
    await server.app.store.collection('audit').updateOne({ _id: press } as never, minute);
    const late = await world.on('undo-lock', `press:${press}`, {}, world.keeper);
    expect(late.body.error.details.reasons[0].code).toBe('too-late');
    expect(await states(order)).toEqual(['held']);
    expect((await world.on('undo-lock', 'press:nothing', {}, world.keeper)).status).toBe(404);
  });
});

describe('locks of orders that are not paid', () => {
  const unpaid = { payment: { status: 'unpaid' } };

  test('expire by themselves: the units go back and rules are told', async () => {
    const { key, order } = await locked(4, unpaid);
    await letPass(order);
    await within(5000, async () => (await world.balance(key)).open === 10);
    expect(await states(order)).toEqual(['expired']);
    expect(await kinds(key)).toEqual(['receipt', 'hold', 'expire']);
    const { items } = (await world.operations.get(`/orders/${order}/timeline`)).body;
    expect(items.at(-1)).toMatchObject({ type: 'lock.expired', text: { zh: 'WH1 锁库到期，释放 4 件' } });
  });

  test('are not confirmed once their time is over, and extended only before it is', async () => {
    const { order } = await locked(1, unpaid);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await world.on('extend-lock', `order:${order}`, { until })).status).toBe(200);
    expect((await world.reservations(order))[0].expiresAt).toBe(until);
    const sooner = await world.on('extend-lock', `order:${order}`, {
      until: new Date(Date.now() + 60_000).toISOString(),
    });
    expect(sooner.body.error.details.reasons[0].code).toBe('not-later');
    const past = { $set: { expiresAt: new Date(Date.now() - 1000) } };
    const reservations = server.app.store.collection('reservations');
    await reservations.updateMany({ order } as never, past);
    const late = await world.on('confirm-lock', `order:${order}`);
    // Either it is refused for its time, or the sweeper was there before.
    expect(late.status).toBe(409);
    await within(5000, async () => (await states(order))[0] === 'expired');
    expect((await world.on('extend-lock', `order:${order}`, { until })).status).toBe(409);
  });

  test('stay once the order is paid, in the layer it has then', async () => {
    const { key, order } = await locked(2, { ...unpaid, customer: { tier: 'gold' } });
    expect((await world.balance(key)).reservedBy).toEqual({ unpaid: 2 });
    const paid = await pressOrder(await server.signIn('finance'), 'record-payment', order, {
      input: { amount: 200, method: 'alipay' },
      reason: 'paid',
      voucher: 'V-1',
    });
    expect(paid.status, JSON.stringify(paid.body)).toBe(200);
    expect(await world.reservations(order)).toMatchObject([
      { state: 'held', unpaid: false, expiresAt: null, layer: 'gold' },
    ]);
    expect((await world.balance(key)).reservedBy).toEqual({ gold: 2 });
  });
});

describe('an order that ends or shrinks', () => {
  test('cancelled, gives everything back, whoever cancels', async () => {
    const [ours, theirs] = [await locked(3), await locked(3)];
    await pressOrder(await server.signIn('sales'), 'cancel-order', ours.order, { reason: 'r', voucher: 'v' });
    await world.channel.send('POST', '/events', {
      type: 'order.cancelled',
      id: `cancel-${theirs.order}`,
      occurredAt: new Date().toISOString(),
      data: { order: theirs.order },
    });
    for (const { key, order } of [ours, theirs]) {
      expect(await states(order)).toEqual(['released']);
      expect(await world.balance(key)).toMatchObject({ open: 10, held: 0, onHand: 10 });
    }
  });

  test('shipped elsewhere, has used its units up', async () => {
    const { key, order } = await locked(3);
    await world.channel.send('POST', '/events', {
      type: 'order.shipped',
      id: `ship-${order}`,
      occurredAt: new Date().toISOString(),
      data: { order },
    });
    expect(await states(order)).toEqual(['consumed']);
    expect(await world.balance(key)).toMatchObject({ onHand: 7, open: 7, held: 0, reservedBy: {} });
  });

  test('with fewer pieces, lets go of what is too much', async () => {
    const { key, order, sku } = await locked(5);
    const lines = [{ lineId: '1', sku, quantity: 2 }];
    const changed = await pressOrder(await server.signIn('sales'), 'change-lines', order, {
      input: { lines },
      reason: 'r',
      voucher: 'v',
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(await world.balance(key)).toMatchObject({ held: 2, open: 8 });
    expect((await states(order)).toSorted()).toEqual(['held', 'released']);
  });
});

describe('picking and shipping', () => {
  async function released(quantity: number) {
    const one = await locked(quantity);
    await pressOrder(world.operations, 'confirm-order', one.order);
    await pressOrder(world.operations, 'release-order', one.order);
    return one;
  }
  const keep = (name: string, order: string, input: object = {}) =>
    pressOrder(world.keeper, name, order, { input });

  test('go from the lock to the empty shelf, each reservation ending once', async () => {
    const { key, order } = await released(3);
    expect((await keep('ship', order)).body.error.details.cures).toEqual([
      { name: 'confirm-pick', target: `order:${order}` },
    ]);
    expect((await keep('confirm-pick', order)).body).toMatchObject({
      text: { zh: 'WH1 拣货 3 件' },
      result: { state: 'picking' },
    });
    expect(await world.balance(key)).toMatchObject({ held: 0, confirmed: 3, onHand: 10 });
    const done = await keep('ship', order, { carrier: '顺丰', waybill: 'SF100' });
    expect(done.body).toMatchObject({
      text: { zh: 'WH1 发货 3 件，顺丰 SF100' },
      result: { state: 'shipped', shipped: true },
    });
    expect(await world.balance(key)).toMatchObject({ onHand: 7, open: 7, confirmed: 0, reservedBy: {} });
    expect(await states(order)).toEqual(['consumed']);
    expect(await kinds(key)).toEqual(['receipt', 'hold', 'confirm', 'consume']);
    expect((await keep('ship', order)).status).toBe(409);
    expect((await world.lock(order)).status).toBe(409);
  });

  test('in parts: the reservation is cut, and the order is shipped with the last piece', async () => {
    const { key, order } = await released(5);
    await keep('confirm-pick', order, { lines: [{ lineId: '1', quantity: 4 }] });
    expect((await states(order)).toSorted()).toEqual(['held', 'picked']);
    const part = await keep('ship', order, { lines: [{ lineId: '1', quantity: 1 }] });
    expect(part.body.result).toMatchObject({ state: 'picking', shipped: false });
    expect(await world.balance(key)).toMatchObject({ onHand: 9, confirmed: 3, held: 1 });
    const whole = await keep('ship', order);
    expect(whole.body.error.message.zh).toBe('不能全部发货：还有 1 件没拣');
    const tooMuch = await keep('ship', order, { lines: [{ lineId: '1', quantity: 4 }] });
    expect(tooMuch.body.error.message.zh).toBe('明细「1」只有 3 件可以这样做');
    await keep('confirm-pick', order);
    expect((await keep('ship', order)).body.result).toMatchObject({ state: 'shipped' });
    const ends = await world.reservations(order);
    expect(ends.map(({ state }) => state)).toEqual(['consumed', 'consumed', 'consumed']);
    expect(ends.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(5);
    expect(await world.balance(key)).toMatchObject({ onHand: 5, open: 5, confirmed: 0, held: 0 });
  });

  test('not before the order is released, not while a hold stands before it, not without a lock', async () => {
    const { order } = await locked(1);
    const early = await keep('confirm-pick', order);
    expect(early.body.error.details.cures).toEqual([{ name: 'confirm-order', target: `order:${order}` }]);
    const held = (await released(1)).order;
    await keep('confirm-pick', held);
    await pressOrder(world.operations, 'hold-order', held, { input: { code: 'count-difference' } });
    expect((await keep('ship', held)).body.error.message.zh).toMatch(/^还卡着/);
    const bare = await released(1);
    await world.on('release-lock', `order:${bare.order}`);
    expect((await keep('confirm-pick', bare.order)).body.error.details.cures).toEqual([
      { name: 'lock-stock', target: `order:${bare.order}` },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { byTelephone, pressOrder } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let sales: ApiClient;
let channel: ApiClient;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  sales = await server.signIn('sales');
  channel = await server.key(['ingest-order', 'record-event']);
});
afterAll(() => server.close());

let count = 0;
async function received(more: object = {}): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `LIFE-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 10_000 }],
    payment: { status: 'paid', method: 'alipay', paid: 10_000 },
    ...more,
  });
  return sent.body.results[0].id;
}
const event = (order: string, type: string) =>
  channel.send('POST', '/events', {
    type,
    id: `e-${(count += 1)}`,
    occurredAt: new Date().toISOString(),
    data: { order },
  });
const read = async (order: string) => (await operations.get(`/orders/${order}`)).body;
const history = async (order: string) => (await operations.get(`/orders/${order}/timeline`)).body.items;
const traces = async (order: string) =>
  (await (await server.signIn('manager')).get(`/audit?target=order:${order}`)).body.items;

describe('the way of an order', () => {
  test('is gone button by button, each in the history and the audit with state before and after', async () => {
    const order = await received();
    for (const [button, state] of [
      ['confirm-order', 'confirmed'],
      ['release-order', 'released'],
    ] as const) {
      const done = await pressOrder(operations, button, order);
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      expect(done.body.result).toEqual({ order, state });
      expect(done.body.text.zh).toMatch(/[一-鿿]/);
    }
    await event(order, 'order.shipped');
    expect((await pressOrder(operations, 'mark-delivered', order)).status).toBe(200);
    expect((await pressOrder(operations, 'close-order', order)).status).toBe(200);
    expect((await read(order)).state).toBe('closed');
    expect((await history(order)).map(({ type }: any) => type)).toEqual([
      'order.received',
      'order.confirmed',
      'order.released',
      'order.shipped',
      'order.delivered',
      'order.closed',
    ]);
    const release = (await traces(order)).find(({ command }: any) => command === 'release-order');
    expect(release).toMatchObject({ before: { state: 'confirmed' }, after: { state: 'released' } });
  });

  test('too early: the refusal says in words what comes first and offers that button', async () => {
    const order = await received();
    const refused = await pressOrder(operations, 'release-order', order);
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      code: 'refused',
      message: { zh: '订单还是「待确认」，到「已确认」才能按「放单」' },
      details: { cures: [{ name: 'confirm-order', target: `order:${order}` }] },
    });
    expect(refused.body.error.details.reasons[0].text.en).toBe(refused.body.error.message.en);
    const { items } = (await operations.get(`/commands?target=order:${order}`)).body;
    const button = items.find(({ name }: any) => name === 'release-order');
    expect(button).toMatchObject({ enabled: false, why: refused.body.error.message });
    expect(items.find(({ name }: any) => name === 'confirm-order').enabled).toBe(true);
  });

  test('too late: nothing is done twice', async () => {
    const order = await received();
    await pressOrder(operations, 'confirm-order', order);
    const again = await pressOrder(operations, 'confirm-order', order);
    expect(again.body.error.message.zh).toBe('订单已经是「已确认」');
    expect((await history(order)).filter(({ type }: any) => type === 'order.confirmed')).toHaveLength(1);
  });

  test('the same key is one press', async () => {
    const order = await received();
    const once = await pressOrder(operations, 'confirm-order', order, { key: 'confirm-once' });
    const twice = await pressOrder(operations, 'confirm-order', order, { key: 'confirm-once' });
    expect(twice).toEqual(once);
    expect((await history(order)).filter(({ type }: any) => type === 'order.confirmed')).toHaveLength(1);
  });

  test('what is not paid is not closed', async () => {
    const order = await received({ payment: { status: 'cod', method: 'cod' } });
    await event(order, 'order.delivered');
    const refused = await pressOrder(operations, 'close-order', order);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message.zh).toBe('还有 ¥100 没收到');
  });
});

describe('a hold', () => {
  test('keeps an order from being released until it is lifted, and the refusal offers that', async () => {
    const order = await received();
    await pressOrder(operations, 'confirm-order', order);
    await pressOrder(operations, 'hold-order', order, { input: { code: 'no-stock' } });
    const refused = await pressOrder(operations, 'release-order', order);
    expect(refused.status).toBe(409);
    const { reasons, cures } = refused.body.error.details;
    expect(reasons).toEqual([
      { code: 'no-stock', text: { zh: '缺货，已等 1 分钟', en: 'No stock, for 1 minute' } },
    ]);
    expect(cures).toEqual([{ name: 'lift-hold', target: `order:${order}`, input: { code: 'no-stock' } }]);
    const lifted = await pressOrder(operations, 'lift-hold', order, {
      input: cures[0].input,
      ...byTelephone,
    });
    expect(lifted.status).toBe(200);
    expect((await pressOrder(operations, 'release-order', order)).status).toBe(200);
  });

  test('that blocks shipping only does not', async () => {
    const order = await received();
    await pressOrder(operations, 'hold-order', order, { input: { code: 'other', blocks: ['ship'] } });
    expect((await pressOrder(operations, 'confirm-order', order)).status).toBe(200);
    expect((await pressOrder(operations, 'release-order', order)).status).toBe(200);
  });
});

describe('cancelling', () => {
  test('needs reason and voucher, and ends holds', async () => {
    const order = await received();
    await pressOrder(operations, 'hold-order', order, { input: { code: 'no-stock' } });
    const without = await pressOrder(sales, 'cancel-order', order);
    expect([without.status, without.body.error.code]).toEqual([400, 'reason-missing']);
    const done = await pressOrder(sales, 'cancel-order', order, byTelephone);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await read(order)).toMatchObject({ state: 'cancelled', holds: [] });
    const last = (await history(order)).at(-1);
    expect(last).toMatchObject({
      type: 'order.cancelled',
      reason: '客户来电要求',
      voucher: 'TEL-20251212-07',
    });
    expect((await pressOrder(operations, 'confirm-order', order)).status).toBe(409);
  });

  test('is too late once the goods are on their way', async () => {
    const order = await received();
    await event(order, 'order.shipped');
    const refused = await pressOrder(sales, 'cancel-order', order, byTelephone);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message.zh).toContain('已发货');
  });

  test('is not for everybody', async () => {
    expect((await pressOrder(operations, 'cancel-order', await received(), byTelephone)).status).toBe(403);
  });
});

describe('where an order is stuck, and when it is expected to move', () => {
  test('is the hold, else the next step; estimated once the same wait has ended often enough', async () => {
    const waits = async (order: string) => (await read(order)).waits;
    const hold = (order: string) =>
      pressOrder(operations, 'hold-order', order, { input: { code: 'recall' } });
    const first = await received();
    expect(await waits(first)).toMatchObject([{ kind: 'state', code: 'received', label: { zh: '等确认' } }]);
    await hold(first);
    expect(await waits(first)).toMatchObject([
      { kind: 'hold', code: 'recall', label: { zh: '召回' }, until: null, estimate: null },
    ]);
    const others = await Promise.all(Array.from({ length: 5 }, () => received()));
    await Promise.all(others.map(hold));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const late = await received();
    for (const order of others)
      await pressOrder(operations, 'lift-hold', order, { input: { code: 'recall' }, ...byTelephone });
    await hold(late);
    const [wait] = await waits(late);
    expect(wait.estimate.samples).toBe(5);
    const lasts = Date.parse(wait.estimate.median) - Date.parse(wait.since);
    expect(lasts).toBeGreaterThanOrEqual(1400);
    expect(Date.parse(wait.estimate.most)).toBeGreaterThanOrEqual(Date.parse(wait.estimate.median));
    await pressOrder(sales, 'cancel-order', late, byTelephone);
    expect(await waits(late)).toEqual([]);
  });
});

describe('small buttons', () => {
  test('a note stands in the history with numbers of people masked, after the end too', async () => {
    const order = await received();
    await pressOrder(sales, 'cancel-order', order, byTelephone);
    const keeper = await server.signIn('keeper');
    const done = await pressOrder(keeper, 'add-note', order, { input: { text: '回电 13812345678' } });
    expect(done.status).toBe(200);
    expect((await history(order)).at(-1)).toMatchObject({
      type: 'noted',
      text: { zh: '备注：回电 138****5678' },
      actorName: { zh: '孙建国' },
    });
    expect(JSON.stringify([await history(order), await traces(order)])).not.toContain('13812345678');
  });

  test('a complaint is counted, and stands in the history in its words', async () => {
    const order = await received();
    const done = await pressOrder(sales, 'record-complaint', order, {
      input: { text: '少发一件，电话 13812345678' },
    });
    expect(done.body.result).toMatchObject({ complaints: 1 });
    expect((await history(order)).at(-1).text.zh).toBe('客户投诉：少发一件，电话 138****5678');
    expect((await pressOrder(sales, 'record-complaint', order, { input: { text: ' ' } })).status).toBe(400);
  });

  test('assigning tells whoever it is', async () => {
    const order = await received();
    const done = await pressOrder(operations, 'assign', order, { input: { to: { role: 'service' } } });
    expect(done.body.alerts).toHaveLength(1);
    expect((await read(order)).assignee).toEqual({ zh: '客服', en: 'Customer service' });
    const nobody = await pressOrder(operations, 'assign', order, { input: { to: { person: 'nobody' } } });
    expect([nobody.status, nobody.body.error.path]).toEqual([400, 'input.to.person']);
  });

  test('a layer given by hand is what rules see, until the order becomes rush', async () => {
    const order = await received();
    await pressOrder(operations, 'set-priority', order, { input: { layer: 'gold' } });
    expect((await read(order)).layer).toBe('gold');
    await pressOrder(operations, 'mark-rush', order);
    expect((await read(order)).layer).toBe(null);
  });
});

describe('an order entered by hand', () => {
  const input = {
    customer: { name: '李大勇', phone: '13711112222' },
    lines: [{ sku: 'BRK-1', quantity: 2, unitPrice: 5_000 }],
    payment: { status: 'unpaid' },
  };
  const enter = (client: ApiClient, key: string, more: object = {}) =>
    client.send(
      'POST',
      '/commands/create-order',
      { input: { ...input, ...more } },
      { 'idempotency-key': key },
    );

  test('is an order like any other, once per key, with personal data sealed', async () => {
    const done = await enter(sales, 'by-hand');
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(await enter(sales, 'by-hand')).toEqual(done);
    const order = await read(done.body.result.order);
    expect(order).toMatchObject({ channel: 'manual', state: 'received', customer: '李*', total: 10_000 });
    expect(JSON.stringify([order, await history(order.id), await traces(order.id)])).not.toContain(
      '13711112222',
    );
    const other = await enter(sales, 'by-hand-2');
    expect(other.body.result.order).not.toBe(order.id);
  });

  test('without lines it is refused in its place', async () => {
    const refused = await enter(sales, 'by-hand-3', { lines: [] });
    expect([refused.status, refused.body.error.path]).toEqual([400, 'lines']);
  });
});

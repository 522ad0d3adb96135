import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { waitFlow } from '../../support/stage-flows.ts';

let server: TestServer;
let operations: ApiClient;
let channel: ApiClient;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  channel = await server.key(['ingest-order', 'record-event']);
  const flows = [
    waitFlow('short', { what: 'for', for: 30 }),
    waitFlow('moment', { what: 'until', until: '2031-01-01T00:00:00+08:00' }),
    waitFlow('paid', { what: 'event', event: 'payment.changed', atMost: 60 }),
  ];
  for (const flow of flows) await operations.send('POST', '/flows', { flow });
  const done = await operations.send('POST', '/releases', {});
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
});
afterAll(() => server.close());

let count = 0;
async function order(): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `WA-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  });
  return sent.body.results[0].id;
}
const event = (id: string, type: string, data = {}) =>
  channel.send('POST', '/events', {
    type,
    id: `e${(count += 1)}`,
    occurredAt: new Date().toISOString(),
    data: { order: id, ...data },
  });
const tags = async (id: string) => (await operations.get(`/orders/${id}`)).body.tags.toSorted();
const timers = () => server.app.store.collection('timers');
/** Brings the timers of an order's waits forward, as if their time had come. */
async function reach(id: string, flow: string): Promise<void> {
  const wait = await server.app.store.collection('waits').findOne({ order: id, 'origin.flow': flow });
  await timers().updateOne({ of: wait!._id } as never, { $set: { due: 1 }, $inc: { rev: 1 } });
}
async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tried = 0; !(await done()); tried++) {
    if (tried > 100) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('a wait goes on when its time is reached, once, and the others wait on', async () => {
  const id = await order();
  expect(await timers().countDocuments({ order: id })).toBe(3);
  await reach(id, 'short');
  await until(async () => (await tags(id)).includes('short-reached'));
  expect(await tags(id)).toEqual(['short-reached']);
  const due = await timers().find({ order: id }).toArray();
  expect(due.map((timer: any) => timer.due).toSorted()).toContain(Date.parse('2031-01-01T00:00:00+08:00'));
  expect(due).toHaveLength(2);
});

test('what is waited for happens, or does not in time', async () => {
  const id = await order();
  const paid = await event(id, 'payment.changed', { payment: { status: 'paid', paid: 100 } });
  expect(paid.status, JSON.stringify(paid.body)).toBe(201);
  expect(await tags(id)).toEqual(['paid-happened']);
  await event(id, 'payment.changed', { payment: { status: 'refunded' } });
  const entered = (await operations.get(`/orders/${id}/decisions`)).body.items.filter(
    (one: any) => one.event === 'stage.entered',
  );
  expect(entered).toHaveLength(1);
  const late = await order();
  await reach(late, 'paid');
  await until(async () => (await tags(late)).length > 0);
  expect(await tags(late)).toEqual(['paid-timedOut']);
});

test('waits end with their order', async () => {
  const id = await order();
  await event(id, 'order.cancelled');
  expect(await timers().countDocuments({ order: id })).toBe(0);
  const waits = await server.app.store.collection('waits').find({ order: id }).toArray();
  expect(waits.map((wait: any) => wait.state)).toEqual(['ended', 'ended', 'ended']);
  expect(await tags(id)).toEqual([]);
});

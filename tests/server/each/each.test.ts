import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { press } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let channel: ApiClient;
let version = 0;

/** Every day: each open order that meets the conditions is tagged. */
function eachFlow(params: object, tag: string) {
  return {
    id: 'sweep',
    name: { zh: '每天清理', en: 'Daily sweep' },
    rank: 100,
    nodes: [
      { id: 'start', kind: 'time.reached', params: { when: 'at', at: '08:30' } },
      { id: 'all', kind: 'for-each', params: { of: 'open-orders', ...params } },
      { id: 'tag', kind: 'set-tag', params: { tag } },
      {
        id: 'none',
        kind: 'raise-alert',
        params: {
          kind: 'other',
          level: 'info',
          to: [{ role: 'operations' }],
          text: { zh: '没有', en: 'None' },
        },
      },
    ],
    edges: [
      { from: { node: 'start', port: 'next' }, to: 'all' },
      { from: { node: 'all', port: 'each' }, to: 'tag' },
      { from: { node: 'all', port: 'none' }, to: 'none' },
    ],
    layout: { start: { x: 0, y: 0 }, all: { x: 0, y: 140 }, tag: { x: 0, y: 280 }, none: { x: 200, y: 280 } },
  };
}

beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  channel = await server.key(['ingest-order', 'record-event']);
  const orders = Array.from({ length: 45 }, (_, index) => ({
    channel: 'taobao',
    externalId: `EA-${index}`,
    placedAt: `2025-12-12T00:${String(index).padStart(2, '0')}:00+08:00`,
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: index % 3 === 0 ? 1000 : 100 }],
  }));
  const sent = await channel.send('POST', '/orders', { orders });
  expect(sent.status).toBe(200);
  await channel.send('POST', '/events', {
    type: 'order.cancelled',
    id: 'gone',
    occurredAt: new Date().toISOString(),
    data: { order: sent.body.results[3].id },
  });
});
afterAll(() => server.close());

/** Puts the flow in force and lets its time come; answers the run when it is through. */
async function sweep(params: object, tag: string): Promise<any> {
  const flow = eachFlow(params, tag);
  const saved =
    version === 0
      ? await operations.send('POST', '/flows', { flow })
      : await operations.send('PUT', '/flows/sweep', { flow, version });
  expect(saved.status, JSON.stringify(saved.body)).toBeLessThan(300);
  version += 1;
  const before = (await operations.get('/each-runs')).body.items.length;
  const done = await operations.send('POST', '/releases', {});
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
  const timers = server.app.store.collection('timers');
  await expect.poll(() => timers.countDocuments({ of: 'sweep/start' }), { timeout: 8000 }).toBe(1);
  await timers.updateMany({ of: 'sweep/start' }, { $set: { due: 1 }, $inc: { rev: 1 } });
  const runs = async () => (await operations.get('/each-runs')).body.items;
  await expect
    .poll(async () => (await runs()).length > before && (await runs())[0].state, { timeout: 15_000 })
    .toBe('done');
  return (await runs())[0];
}
const tagged = (tag: string) => server.app.store.collection('orders').find({ tags: tag }).toArray();
const entered = () => server.app.store.collection('decisions').countDocuments({ event: 'stage.entered' });

test('each open order that meets the conditions is decided by itself, once', async () => {
  const where = { fact: 'order.total', operator: 'greaterThan', value: 500 };
  const run = await sweep({ where }, 'large');
  // 15 of 45 cost as much; one of them was cancelled.
  expect(run).toMatchObject({ flow: 'sweep', node: 'all', looked: 45, total: 14, done: 14, skipped: 0 });
  expect(await tagged('large')).toHaveLength(14);
  expect(await entered()).toBe(14);
});

test('in the order asked for, and no more than asked for', async () => {
  const run = await sweep({ sort: [{ by: 'order.placedAt', order: 'down' }], atMost: 20 }, 'newest');
  expect(run).toMatchObject({ total: 20, done: 20 });
  const numbers = (await tagged('newest')).map((order: any) => Number(order.externalId.slice(3)));
  expect(Math.min(...numbers)).toBe(25);
});

test('with none it goes on by none', async () => {
  const where = { fact: 'order.total', operator: 'greaterThan', value: 5000 };
  const run = await sweep({ where }, 'never');
  expect(run).toMatchObject({ total: 0, done: 0 });
  expect(await server.app.store.collection('alerts').countDocuments({ 'source.flow': 'sweep' })).toBe(1);
});

test('one that is going on can be stopped: the rest is left, and nobody stops it twice', async () => {
  const known = (await operations.get('/each-runs')).body.items;
  const runs = server.app.store.collection('eachRuns');
  const { id } = known[0];
  // As if it had been caught on its way.
  await runs.updateOne({ _id: id } as never, { $set: { state: 'running', endedAt: null }, $inc: { rev: 1 } });
  const stop = (client: ApiClient, run = id) => press(client, 'stop-each', { input: { run } });
  expect((await stop(await server.signIn('sales'))).status).toBe(403);
  const stopped = await stop(operations);
  expect(stopped.status, JSON.stringify(stopped.body)).toBe(200);
  const [after] = (await operations.get('/each-runs')).body.items;
  expect(after).toMatchObject({ id, state: 'stopped', done: known[0].done, endedAt: expect.any(String) });
  expect((await stop(operations)).status).toBe(409);
  expect((await stop(operations, 'e-none')).status).toBe(404);
  expect(await server.app.store.collection('timers').countDocuments({ of: id })).toBe(0);
});

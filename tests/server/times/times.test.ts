import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let channel: ApiClient;

/** When the time comes: an alert about the company, or a tag on the order. */
function timeFlow(id: string, params: object, action: { kind: string; params: object }) {
  return {
    id,
    name: { zh: id, en: id },
    rank: 100,
    nodes: [
      { id: 'start', kind: 'time.reached', params },
      { id: 'act', ...action },
    ],
    edges: [{ from: { node: 'start', port: 'next' }, to: 'act' }],
    layout: { start: { x: 0, y: 0 }, act: { x: 0, y: 140 } },
  };
}
const alert = {
  kind: 'raise-alert',
  params: { kind: 'other', level: 'info', to: [{ role: 'operations' }], text: { zh: '早会', en: 'Meeting' } },
};
const tag = (text: string) => ({ kind: 'set-tag', params: { tag: text } });

beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  channel = await server.key(['ingest-order', 'record-event']);
  const flows = [
    timeFlow('daily', { when: 'at', at: '08:30' }, alert),
    timeFlow('before', { when: 'before', minutes: 60, of: 'order.requestedDelivery' }, tag('soon')),
    timeFlow('after', { when: 'after', minutes: 30, of: 'order.placedAt' }, tag('old')),
  ];
  for (const flow of flows) await operations.send('POST', '/flows', { flow });
  const done = await operations.send('POST', '/releases', {});
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
});
afterAll(() => server.close());

let count = 0;
const minutesOn = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
async function order(fields: object): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `TI-${(count += 1)}`,
    placedAt: minutesOn(-1),
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
    ...fields,
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return sent.body.results[0].id;
}
const tags = async (id: string) => (await operations.get(`/orders/${id}`)).body.tags;
const timers = (where: object) => server.app.store.collection('timers').find(where).toArray();
const makeDue = (where: object) =>
  server.app.store.collection('timers').updateMany(where, { $set: { due: 1 }, $inc: { rev: 1 } });
const alerts = () => server.app.store.collection('alerts').countDocuments({ 'source.flow': 'daily' });

test('a time of day comes every day, and once each', async () => {
  await expect.poll(async () => (await timers({ of: 'daily/start' })).length, { timeout: 8000 }).toBe(1);
  await makeDue({ of: 'daily/start' });
  await expect.poll(alerts, { timeout: 8000 }).toBe(1);
  const [next] = await timers({ of: 'daily/start' });
  expect(next!.due).toBeGreaterThan(Date.now());
  expect(new Date(next!.due).toISOString()).toMatch(/T00:30:00/);
  expect(await alerts()).toBe(1);
});

test('before a time of the order, counted from what it is now', async () => {
  const soon = await order({ requestedDelivery: minutesOn(45) });
  await expect.poll(() => tags(soon), { timeout: 8000 }).toEqual(['soon']);
  const later = await order({ requestedDelivery: minutesOn(3000) });
  const moved = await channel.send('POST', '/events', {
    type: 'order.changed',
    id: 'moved',
    occurredAt: new Date().toISOString(),
    data: { order: later, requestedDelivery: minutesOn(6000) },
  });
  expect(moved.status, JSON.stringify(moved.body)).toBe(201);
  const [first, second] = (await timers({ order: later, of: 'before/start' })).sort((a, b) => a.due - b.due);
  await makeDue({ _id: first!._id });
  await expect.poll(async () => (await timers({ _id: first!._id })).length, { timeout: 8000 }).toBe(0);
  expect(await tags(later)).toEqual([]);
  await makeDue({ _id: second!._id });
  await expect.poll(() => tags(later), { timeout: 8000 }).toEqual(['soon']);
});

test('after a time of the order: at once where that has passed', async () => {
  const id = await order({ placedAt: minutesOn(-40) });
  await expect.poll(() => tags(id), { timeout: 8000 }).toEqual(['old']);
});

test('a hold is lifted at its time where it was said so, else operations are asked', async () => {
  const id = await order({});
  const hold = (code: string, more: object) =>
    operations.send(
      'POST',
      '/commands/hold-order',
      { target: `order:${id}`, input: { code, until: minutesOn(600), ...more } },
      { 'idempotency-key': `hold-${code}` },
    );
  expect((await hold('other', { atUntil: 'lift' })).status).toBe(200);
  expect((await hold('no-stock', {})).status).toBe(200);
  await makeDue({ order: id, kind: 'hold' });
  const codes = async () => (await operations.get(`/orders/${id}`)).body.holds.map(({ code }: any) => code);
  await expect.poll(codes, { timeout: 8000 }).toEqual(['no-stock']);
  const asked = () => server.app.store.collection('alerts').findOne({ order: id, kind: 'no-stock' });
  await expect
    .poll(asked, { timeout: 8000 })
    .toMatchObject({ rooms: ['role:operations'], buttons: [{ name: 'lift-hold' }] });
});

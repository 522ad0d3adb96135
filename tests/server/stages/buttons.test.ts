import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import type { DrawnFlow } from '../../support/flows.ts';
import { because, pressed, pressOrder } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { approvalFlow, waitFlow } from '../../support/stage-flows.ts';

let server: TestServer;
let operations: ApiClient;
let sales: ApiClient;
let approver: ApiClient;
let channel: ApiClient;

/** The same drawing on another event, for orders with this note only. */
function on(event: string, note: string, { nodes, edges, ...rest }: DrawnFlow): DrawnFlow {
  const conditions = { all: [{ fact: 'order.note', operator: 'equal', value: note }] };
  const [start, ...others] = nodes;
  const [first, ...more] = edges;
  return {
    ...rest,
    nodes: [
      { ...start!, kind: event },
      { id: 'mine', kind: 'condition-group', params: { conditions } },
      ...others,
    ],
    edges: [
      { from: { node: 'start', port: 'next' }, to: 'mine' },
      { ...first!, from: { node: 'mine', port: 'yes' } },
      ...more,
    ],
  };
}
const steps = [{ id: 'first', who: { role: 'approver' }, within: 240 }];
const whenEvent = (event: string) => ({ what: 'event', event, atMost: 600 });

beforeAll(async () => {
  server = await startServer();
  [operations, sales, approver] = (await Promise.all(
    ['operations', 'sales', 'approver'].map((name) => server.signIn(name)),
  )) as [ApiClient, ApiClient, ApiClient];
  channel = await server.key(['ingest-order', 'record-event']);
  const flows = [
    on('order.received', 'approve', approvalFlow('first', steps)),
    on('order.delivered', 'deliver', approvalFlow('late', steps)),
    on('order.received', 'wait', waitFlow('release', whenEvent('order.released'))),
    on('order.changed', 'again', waitFlow('changed', whenEvent('order.changed'))),
  ];
  for (const flow of flows) {
    const saved = await operations.send('POST', '/flows', { flow });
    expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  }
  const done = await operations.send('POST', '/releases', {});
  expect(done.status, JSON.stringify(done.body)).toBe(201);
}, 30_000);
afterAll(() => server.close());

let count = 0;
async function order(note: string): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `SB-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ lineId: '1', sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
    payment: { status: 'paid', paid: 100 },
    note,
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return sent.body.results[0].id;
}
const look = async (id: string): Promise<any> => (await operations.get(`/orders/${id}`)).body;
const openOf = async (id: string): Promise<any[]> =>
  (await approver.get(`/approvals?scope=all&order=${id}`)).body.items;
const timersOf = (of: string) => server.app.store.collection('timers').countDocuments({ of });
async function go(
  client: ApiClient,
  name: string,
  id: string,
  input: object = {},
  why: object = {},
): Promise<void> {
  const done = await pressOrder(client, name, id, { input, ...why });
  expect(done.status, `${name}: ${JSON.stringify(done.body)}`).toBe(200);
}
const change = (id: string, quantity: number) =>
  go(sales, 'change-lines', id, { lines: [{ lineId: '1', sku: 'BRK-1', quantity }] }, because);

describe('an open approval', () => {
  test('ends with the order that somebody cancels', async () => {
    const id = await order('approve');
    const [asked] = await openOf(id);
    await go(sales, 'cancel-order', id, {}, because);
    expect(await openOf(id)).toEqual([]);
    expect(await look(id)).toMatchObject({ state: 'cancelled', tags: [], holds: [] });
    expect(await timersOf(asked.id)).toBe(0);
  });

  test('ends with the order that somebody closes', async () => {
    const id = await order('deliver');
    for (const name of ['confirm-order', 'release-order']) await go(operations, name, id);
    const occurredAt = new Date().toISOString();
    const shipped = { type: 'order.shipped', id: `s-${id}`, occurredAt, data: { order: id } };
    expect((await channel.send('POST', '/events', shipped)).status).toBe(201);
    await go(operations, 'mark-delivered', id);
    const [asked] = await openOf(id);
    expect(asked).toMatchObject({ state: 'open' });
    await go(operations, 'close-order', id);
    expect(await openOf(id)).toEqual([]);
    expect(await look(id)).toMatchObject({ state: 'closed', tags: [], holds: [] });
    expect(await timersOf(asked.id)).toBe(0);
  });

  test('asks again at once when a person changes what was to be approved', async () => {
    const id = await order('approve');
    const [asked] = await openOf(id);
    await change(id, 4);
    const [again] = await openOf(id);
    expect(again).toMatchObject({ id: asked.id, round: 2 });
    expect(again.plan).not.toBe(asked.plan);
    await pressed(approver, 'approve', { target: `approval:${asked.id}`, input: { plan: again.plan } });
    expect((await look(id)).tags).toEqual(['first-approved']);
  });

  test('is left alone by a button that changes nothing of it', async () => {
    const id = await order('approve');
    const [asked] = await openOf(id);
    await go(operations, 'set-tag', id, { tag: 'seen' });
    await go(operations, 'set-priority', id, { layer: 'gold' });
    expect((await openOf(id))[0]).toMatchObject({ round: 1, plan: asked.plan });
  });
});

describe('a wait for an event', () => {
  test('is ended by the button that lets it happen', async () => {
    const id = await order('wait');
    await go(operations, 'confirm-order', id);
    expect((await look(id)).tags).toEqual([]);
    await go(operations, 'release-order', id);
    expect(await look(id)).toMatchObject({ state: 'released', tags: ['release-happened'] });
    expect(await server.app.store.collection('timers').countDocuments({ order: id, kind: 'wait' })).toBe(0);
  });

  test('is not ended by the event that started it, but by the next', async () => {
    const id = await order('again');
    const move = (day: number) =>
      go(sales, 'change-delivery-date', id, { requestedDelivery: `2031-01-0${day}T18:00:00+08:00` }, because);
    await move(1);
    expect((await look(id)).tags).toEqual([]);
    const waits = server.app.store.collection('waits');
    expect(await waits.countDocuments({ order: id, open: true })).toBe(1);
    await move(2);
    expect((await look(id)).tags).toEqual(['changed-happened']);
    // That change has started the next wait, which waits on.
    expect(await waits.countDocuments({ order: id, open: true })).toBe(1);
  });
});

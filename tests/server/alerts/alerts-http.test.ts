import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let keeper: ApiClient;
let channel: ApiClient;
const sockets: Socket[] = [];

beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  keeper = await server.signIn('keeper');
  channel = await server.key(['ingest-order']);
  const single = bigOrders('single', 100_000);
  Object.assign(single.nodes[2]!.params, {
    buttons: [{ name: 'mark-rush' }],
    answerWithin: 30,
    thenTo: [{ role: 'manager' }],
  });
  const alike = bigOrders('alike', 10);
  alike.nodes[1]!.params = {
    conditions: { all: [{ fact: 'order.total', operator: 'between', value: [10, 1000] }] },
  };
  Object.assign(alike.nodes[2]!.params, { groupBy: '{order.channel}' });
  for (const flow of [single, alike]) {
    const saved = await operations.send('POST', '/flows', { flow });
    expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  }
  expect((await operations.send('POST', '/releases', {})).status).toBe(201);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await server.close();
});

let count = 0;
async function order(unitPrice: number): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `A-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice }],
  });
  return sent.body.results[0].id;
}

interface Screen {
  frames: { event: string; room: string; seq: number; data: any }[];
  socket: Socket;
}

async function screen(client: ApiClient, paced: boolean): Promise<Screen> {
  const socket = io(`${server.url}/live`, {
    transports: ['websocket'],
    extraHeaders: { cookie: client.cookie, origin: server.url },
    forceNew: true,
    reconnection: false,
    auth: { paced },
  });
  sockets.push(socket);
  const frames: Screen['frames'] = [];
  socket.onAny((event, frame) => frames.push({ event, ...frame }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  await socket.timeout(5000).emitWithAck('resume', {});
  return { socket, frames };
}

const listed = async (state: string, client = keeper): Promise<any[]> =>
  (await client.get(`/alerts?state=${state}`)).body.items;
const press = (client: ApiClient, name: string, body: object) =>
  client.send('POST', `/commands/${name}`, body, { 'idempotency-key': `alerts-${(count += 1)}` });

test('an alert goes from raised to answered, and each step can be read and is hinted to its rooms', async () => {
  const one = await screen(keeper, true);
  const id = await order(200_000);
  await expect.poll(() => one.frames.find(({ event }) => event === 'alert.raised')).toBeTruthy();
  const { room, seq, data } = one.frames.find(({ event }) => event === 'alert.raised')!;
  expect(data.dueAt).not.toBeNull();
  expect((await listed('raised')).map((alert) => alert.id)).toEqual([data.id]);
  // More than there is cannot have been received.
  one.socket.emit('ack', { room, seq: seq + 1000 });
  one.socket.emit('ack', { room, seq });
  await expect
    .poll(() => listed('delivered'), { timeout: 5000 })
    .toMatchObject([{ id: data.id, screens: 1 }]);
  expect(await listed('raised')).toEqual([]);
  const saw = await press(keeper, 'see-alerts', { input: { alerts: [data.id] } });
  expect(saw.status, JSON.stringify(saw.body)).toBe(200);
  expect(await listed('seen')).toMatchObject([{ id: data.id, seenBy: [{ by: { en: expect.any(String) } }] }]);
  await expect
    .poll(() =>
      one.frames.flatMap((frame) => (frame.event === 'alert.changed' ? [frame.data.alert.state] : [])),
    )
    .toEqual(['delivered', 'seen']);
  expect(await listed('waiting')).toHaveLength(1);
  expect((await press(operations, 'mark-rush', { target: `order:${id}` })).status).toBe(200);
  expect(await listed('waiting')).toEqual([]);
  expect(await listed('answered')).toMatchObject([{ id: data.id, answer: { name: 'mark-rush' } }]);
  await expect.poll(() => one.frames.some(({ event }) => event === 'alert.resolved')).toBe(true);
});

test('alerts that are alike are one on the screens, with its counter live; the rest stays readable', async () => {
  const one = await screen(keeper, true);
  for (let n = 0; n < 5; n += 1) await order(500);
  await expect
    .poll(() => one.frames.findLast(({ event }) => event === 'alert.raised')?.data.count, { timeout: 5000 })
    .toBe(5);
  const leader = one.frames.findLast(({ event }) => event === 'alert.raised')!.data;
  const ids = new Set(
    one.frames.filter(({ event }) => event === 'alert.raised').map((frame) => frame.data.id),
  );
  expect([...ids]).toEqual([leader.id]);
  expect((await listed('open')).filter(({ count: times }) => times > 1)).toMatchObject([
    { id: leader.id, count: 5 },
  ]);
  const counted = (await keeper.get(`/alerts?groupedInto=${leader.id}`)).body.items;
  expect(counted).toHaveLength(4);
  expect(counted[0]).toMatchObject({ state: 'grouped' });
});

test('a storm is counted for screens that take it so, comes whole to others, and is whole in the log', async () => {
  const paced = await screen(keeper, true);
  const whole = await screen(keeper, false);
  const burst = 45;
  await Promise.all(Array.from({ length: burst }, () => order(200_000)));
  const raised = ({ frames }: Screen) => frames.filter(({ event }) => event === 'alert.raised');
  await expect.poll(() => raised(whole).length, { timeout: 5000 }).toBe(burst);
  // How many were held back is told in steps, while the storm goes on.
  const held = () =>
    paced.frames.reduce((sum, frame) => sum + (frame.event === 'alerts.more' ? frame.data.count : 0), 0);
  await expect.poll(() => raised(paced).length + held(), { timeout: 5000 }).toBe(burst);
  expect(held()).toBeGreaterThan(0);
  const [{ room, seq }] = raised(paced) as [Screen['frames'][number]];
  const again = await screen(keeper, true);
  await again.socket.timeout(5000).emitWithAck('resume', { [room]: seq - 1 });
  await expect.poll(() => raised(again).length, { timeout: 5000 }).toBe(burst);
});

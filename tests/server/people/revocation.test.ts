import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { apiClient, type ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { listen, type Listening } from '../../support/listen.ts';
import { because, pressed, within } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer & { dataDir: string };
let second: TestServer;
let steward: ApiClient;
let channel: Awaited<ReturnType<TestServer['key']>>;
const open: Listening[] = [];
beforeAll(async () => {
  server = await startServer();
  second = await startServer({ uri: server.uri, dataDir: server.dataDir });
  steward = await server.signIn('steward');
  channel = await server.key(['ingest-order']);
  const operations = await server.signIn('operations');
  await operations.send('POST', '/flows', { flow: bigOrders('big', 0, 'sales') });
  await operations.send('POST', '/releases', {});
}, 60_000);
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect();
});
afterAll(async () => {
  await second.close();
  await server.close();
});

const elsewhere = (client: ApiClient) => apiClient(second.url, { cookie: client.cookie });
async function screens(client: ApiClient): Promise<[Listening, Listening]> {
  const both = [await listen(server.url, client), await listen(second.url, client)] as [Listening, Listening];
  open.push(...both);
  return both;
}

let orders = 0;
/** An order that alerts sales. */
async function order(): Promise<void> {
  orders += 1;
  const { status } = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `OUT-${orders}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  });
  expect(status).toBe(201);
}

/** Nothing comes any more, on neither process, while somebody else still hears the news. */
async function deaf(screensOfWho: Listening[], witness: Listening): Promise<void> {
  const before = screensOfWho.map(({ frames }) => frames.length);
  const heard = witness.frames.length;
  await order();
  await within(3000, () => witness.frames.slice(heard).some(({ event }) => event === 'alert.raised'));
  expect(screensOfWho.map(({ frames }) => frames.length)).toEqual(before);
}

describe('whoever loses access loses it everywhere', () => {
  test('a disabled person: calls here at once, in another process and on open screens within a second', async () => {
    const sales = await server.signIn('sales');
    const there = elsewhere(sales);
    const shown = await screens(sales);
    const { socket: _socket, ...staying } = await listen(server.url, await server.signIn('sales'));
    expect(staying.rooms).toContain('role:sales');
    expect((await there.get('/session')).status).toBe(200);
    await pressed(steward, 'set-roles', {
      target: 'person:manager',
      input: { roles: ['manager', 'sales'] },
      ...because,
    });
    const witness = await listen(server.url, await server.signIn('manager'));
    open.push(witness);

    await pressed(steward, 'disable-person', { target: 'person:sales' });
    expect((await sales.get('/session')).status).toBe(401);
    await within(1000, async () => !shown.some(({ socket }) => socket.connected));
    expect((await there.get('/session')).status).toBe(401);
    await deaf(shown, witness);
    await expect(server.signIn('sales')).rejects.toThrow('401');

    await pressed(steward, 'enable-person', { target: 'person:sales', ...because });
    expect((await sales.get('/session')).status).toBe(401);
    expect((await (await server.signIn('sales')).get('/session')).status).toBe(200);
  });

  test('a role taken away: its buttons here at once, its rooms on open screens within a second', async () => {
    const person = await server.signIn('manager');
    const shown = await screens(person);
    expect(shown[1].rooms).toEqual(['person:manager', 'role:manager', 'role:sales']);
    const witness = await listen(second.url, await server.signIn('sales'));
    open.push(witness);
    await pressed(steward, 'set-roles', {
      target: 'person:manager',
      input: { roles: ['manager'] },
      ...because,
    });
    expect((await person.get('/session')).body.person.roles).toEqual(['manager']);
    await within(1000, () => !shown.some(({ socket }) => socket.connected));
    await deaf(shown, witness);
    const [again] = await screens(person);
    expect(again.rooms).toEqual(['person:manager', 'role:manager']);
  });

  test('a sign-in that is ended: only that one, on every process', async () => {
    const lost = await server.signIn('planner');
    const kept = await server.signIn('planner');
    const shown = await screens(lost);
    const [staying] = await screens(kept);
    const { items } = (await steward.get('/people/planner/sessions')).body;
    expect(items).toHaveLength(2);
    // The latest first.
    await pressed(steward, 'end-session', { target: `session:${items[1].id}` });
    expect((await lost.get('/session')).status).toBe(401);
    expect((await kept.get('/session')).status).toBe(200);
    await within(1000, () => !shown.some(({ socket }) => socket.connected));
    await within(1000, async () => (await elsewhere(lost).get('/session')).status === 401);
    expect(staying.socket.connected).toBe(true);
    expect((await steward.get('/people/planner/sessions')).body.items).toHaveLength(1);
  });

  test('a key: here at once, in another process within a second', async () => {
    const key = await server.key([], ['orders']);
    const there = apiClient(second.url, { authorization: `Bearer ${key.secret}` });
    expect((await there.get('/orders')).status).toBe(200);
    await pressed(steward, 'revoke-key', { input: { key: key.id } });
    expect((await key.get('/orders')).status).toBe(401);
    await within(1000, async () => (await there.get('/orders')).status === 401);
  });
});

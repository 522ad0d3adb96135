import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { apiClient, type ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer & { dataDir: string };
let operations: ApiClient;
let channel: ApiClient;
const open: Socket[] = [];

beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  channel = await server.key(['ingest-order']);
  for (const role of ['keeper', 'sales']) {
    const id = `to-${role}`;
    await operations.send('PUT', `/flows/${id}`, {
      flow: bigOrders(id, role === 'keeper' ? 0 : 500_000, role),
      version: 0,
    });
  }
  const published = await operations.send('POST', '/releases', {});
  expect(published.status).toBe(201);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect();
});
afterAll(() => server.close());

interface Screen {
  socket: Socket;
  frames: { event: string; room: string; seq: number; data: any }[];
  numbers(room: string): number[];
}

function connect(url: string, headers: Record<string, string>, transports = ['websocket']): Screen {
  const socket = io(`${url}/live`, {
    transports,
    extraHeaders: headers,
    forceNew: true,
    reconnection: false,
  });
  open.push(socket);
  const frames: Screen['frames'] = [];
  socket.onAny((event, frame) => frames.push({ event, ...frame }));
  return {
    socket,
    frames,
    numbers: (room) => frames.filter((frame) => frame.room === room).map(({ seq }) => seq),
  };
}

async function screen(client: ApiClient, seen: Record<string, number> = {}, url = server.url) {
  const one = connect(url, { cookie: client.cookie, origin: url });
  await event(one.socket, 'connect');
  const answer = await one.socket.timeout(5000).emitWithAck('resume', seen);
  return { ...one, answer };
}

function event(socket: Socket, name: string): Promise<any> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${name} within 5 s`)), 5000);
    socket.once(name, (value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

async function until(done: () => boolean | Promise<boolean>, ms = 5000): Promise<void> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

let orders = 0;
async function order(unitPrice = 100, sender = channel): Promise<string> {
  orders += 1;
  const sent = await sender.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `LIVE-${orders}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    customer: { externalId: `c${orders}`, name: '王小明', phone: '13812345678' },
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice }],
  });
  expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  return sent.body.results[0].id;
}
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('live news', () => {
  test('an order becomes an alert on the right screens, without personal data', async () => {
    const keeper = await screen(await server.signIn('keeper'));
    const sales = await screen(await server.signIn('sales'));
    expect(Object.keys(keeper.answer.rooms).toSorted()).toEqual([
      'person:keeper',
      'role:keeper',
      'warehouse:WH03',
    ]);
    const id = await order();
    await until(() => keeper.frames.some(({ event }) => event === 'alert.raised'));
    const alert = keeper.frames.find(({ event }) => event === 'alert.raised')!;
    expect(alert.data.subject).toMatchObject({ kind: 'order', id });
    expect(alert.seq).toBe(keeper.answer.rooms['role:keeper'] + 1);
    await until(() => keeper.frames.some(({ event }) => event === 'order.changed'));
    expect(sales.frames.some(({ event }) => event === 'alert.raised')).toBe(false);
    expect(JSON.stringify(keeper.frames)).not.toMatch(/王小明|13812345678/);
  });

  test('a listener that never says what it has seen hears everything from its coming on', async () => {
    const keeper = await server.signIn('keeper');
    await order();
    const one = connect(server.url, { cookie: keeper.cookie, origin: server.url });
    await event(one.socket, 'connect');
    const known = await screen(keeper);
    const head = known.answer.rooms['role:keeper'];
    for (let n = 0; n < 5; n++) await order();
    await new Promise((resolve) => setTimeout(resolve, 400));
    await order();
    await until(() => one.numbers('role:keeper').length >= 6);
    await until(() => known.numbers('role:keeper').length >= 6);
    expect(one.numbers('role:keeper').filter((seq) => seq > head)).toEqual(range(head + 1, head + 6));
  });

  test('a screen that was away gets what it missed, once and in order, then goes on live', async () => {
    const client = await server.signIn('keeper');
    const first = await screen(client);
    const head = first.answer.rooms['role:keeper'];
    await order();
    await until(() => first.numbers('role:keeper').length === 1);
    first.socket.disconnect();
    for (let n = 0; n < 5; n += 1) await order();
    const back = await screen(client, { 'role:keeper': head + 1 });
    await order();
    await until(() => back.numbers('role:keeper').length === 6);
    expect(back.numbers('role:keeper')).toEqual(range(head + 2, head + 7));
    expect(back.answer.truncated).toEqual([]);
  });

  test('asking again and again while orders stream in shows nothing twice and misses nothing', async () => {
    const client = await server.signIn('keeper');
    const first = await screen(client);
    const head = first.answer.rooms['role:keeper'];
    const seen: number[] = [];
    const cuts = (async () => {
      for (let cut = 0; cut < 8; cut += 1) {
        const last = seen.at(-1) ?? head;
        const one = await screen(client, { 'role:keeper': last });
        await new Promise((resolve) => setTimeout(resolve, 25 * (cut % 4)));
        one.socket.disconnect();
        seen.push(...one.numbers('role:keeper'));
      }
    })();
    const stream = (async () => {
      for (let n = 0; n < 40; n += 1) await order();
    })();
    await Promise.all([cuts, stream]);
    const last = await screen(client, { 'role:keeper': seen.at(-1) ?? head });
    await until(() => (last.numbers('role:keeper').at(-1) ?? 0) === head + 40 || seen.at(-1) === head + 40);
    seen.push(...last.numbers('role:keeper'));
    expect(seen).toEqual(range(head + 1, head + 40));
  });

  test('two processes of one store: each shows every frame once, whoever took the order', async () => {
    const second = await startServer({ uri: server.uri, dataDir: server.dataDir });
    try {
      const client = await server.signIn('keeper');
      const here = await screen(client);
      const there = await screen(client, {}, second.url);
      const head = here.answer.rooms['role:keeper'];
      const secret = await authorization();
      const other = apiClient(second.url, { authorization: secret });
      for (let n = 0; n < 4; n += 1) {
        await order();
        await order(100, other);
      }
      await until(() => here.numbers('role:keeper').length >= 8 && there.numbers('role:keeper').length >= 8);
      expect(here.numbers('role:keeper')).toEqual(range(head + 1, head + 8));
      expect(there.numbers('role:keeper')).toEqual(range(head + 1, head + 8));
    } finally {
      await second.close();
    }
  });

  test('a new release is told to every screen', async () => {
    const keeper = await screen(await server.signIn('keeper'));
    const { body } = await operations.get('/flows/to-sales');
    await operations.send('PUT', '/flows/to-sales', {
      flow: bigOrders('to-sales', 600_000 + body.version, 'sales'),
      version: body.version,
    });
    const published = await operations.send('POST', '/releases', {});
    await until(() => keeper.frames.some(({ event }) => event === 'release.activated'));
    const told = keeper.frames.find(({ event }) => event === 'release.activated')!;
    expect(told).toMatchObject({ seq: 0, data: { number: published.body.release.number } });
  });
});

let bearer: string | undefined;
async function authorization(): Promise<string> {
  bearer ??= `Bearer ${(await server.key(['ingest-order'])).secret}`;
  return bearer;
}

describe('who may listen', () => {
  test('no sign-in, an old one, or a key: not admitted', async () => {
    const strangers: Record<string, string>[] = [
      {},
      { cookie: 'sluice_session=guess' },
      { authorization: await authorization() },
    ];
    for (const headers of strangers) {
      const stranger = connect(server.url, { origin: server.url, ...headers });
      expect((await event(stranger.socket, 'connect_error')).message).toBe('not-signed-in');
    }
  });

  test('a page of another site is refused, by socket and by polling', async () => {
    const { cookie } = await server.signIn('keeper');
    for (const transports of [['websocket'], ['polling']]) {
      const foreign = connect(server.url, { cookie, origin: 'https://evil.example' }, transports);
      await event(foreign.socket, 'connect_error');
      expect(foreign.socket.connected).toBe(false);
    }
    const own = connect(server.url, { cookie, origin: server.url }, ['polling']);
    await event(own.socket, 'connect');
  });

  test('rooms are the server’s to say: asking for others brings nothing', async () => {
    const sales = await screen(await server.signIn('sales'), {
      'role:keeper': 0,
      'role:sales': 0,
      'person:operations': 0,
    });
    expect(Object.keys(sales.answer.rooms).toSorted()).toEqual(['person:sales', 'role:sales']);
    await order();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sales.numbers('role:keeper')).toEqual([]);
  });

  test('signing out ends the sockets of that sign-in within a second, also in another process, and no other', async () => {
    const second = await startServer({ uri: server.uri, dataDir: server.dataDir });
    try {
      const leaving = await server.signIn('keeper');
      const staying = await screen(await server.signIn('keeper'));
      const here = await screen(leaving);
      const there = await screen(leaving, {}, second.url);
      const started = performance.now();
      await leaving.send('DELETE', '/session');
      await until(() => !here.socket.connected && !there.socket.connected, 1500);
      expect(performance.now() - started).toBeLessThan(1000);
      await order();
      await until(() => staying.numbers('role:keeper').length === 1);
      expect(here.numbers('role:keeper')).toEqual([]);
      expect(there.numbers('role:keeper')).toEqual([]);
    } finally {
      await second.close();
    }
  });

  test('a person whose roles change comes back with other rooms', async () => {
    const client = await server.signIn('dispatcher');
    const before = await screen(client);
    expect(Object.keys(before.answer.rooms)).toContain('role:dispatcher');
    const people = server.app.store.collection('people');
    await people.updateOne({ _id: 'dispatcher' } as never, { $set: { roles: ['planner'] } });
    await until(() => !before.socket.connected, 1500);
    const after = await screen(client);
    expect(Object.keys(after.answer.rooms).toSorted()).toEqual(['person:dispatcher', 'role:planner']);
  });
});

describe('packets that cannot be taken', () => {
  test('wrong shapes are answered or ignored, never end the server, and floods end only their sender', async () => {
    const client = await server.signIn('keeper');
    const shapes: unknown[] = [
      null,
      5,
      'x',
      [],
      { 'role:keeper': -1 },
      { 'role:keeper': 1.5 },
      { 'no room': 1 },
      { room: {} },
    ];
    for (const shape of shapes) {
      const one = connect(server.url, { cookie: client.cookie, origin: server.url });
      await event(one.socket, 'connect');
      const answer = await one.socket.timeout(3000).emitWithAck('resume', shape);
      expect(answer, JSON.stringify(shape)).toEqual(
        Array.isArray(shape) && shape.length === 0 ? expect.anything() : { error: 'bad-input' },
      );
      one.socket.emit('resume');
      one.socket.emit('resume', {}, 'no function');
      one.socket.emit('ack', shape);
      one.socket.emit('ack', { room: 'role:sales', seq: 9 });
      one.socket.emit('no-such-event', shape);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(one.socket.connected).toBe(true);
      one.socket.disconnect();
    }
    const staying = await screen(client);
    const flooding = await screen(client);
    for (let n = 0; n < 300; n += 1) flooding.socket.emit('ack', { room: 'role:keeper', seq: n });
    await until(() => !flooding.socket.connected);
    const large = await screen(client);
    large.socket.emit('ack', { room: 'x'.repeat(100_000), seq: 1 });
    await until(() => !large.socket.connected);
    expect(staying.socket.connected).toBe(true);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});

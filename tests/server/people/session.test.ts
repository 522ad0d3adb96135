import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer & { dataDir: string };
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function within(ms: number, done: () => Promise<boolean>): Promise<void> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('signing in', () => {
  test('a demo person gets in, sees who they are, and is out at once after signing out', async () => {
    const options = await server.nobody.get('/session/options');
    expect(options.body).toMatchObject({ demo: true, setUpNeeded: false });
    expect(options.body.people).toHaveLength(10);

    const keeper = await server.signIn('keeper');
    const session = await keeper.get('/session');
    expect(session.status).toBe(200);
    expect(session.body.person).toMatchObject({ id: 'keeper', roles: ['keeper'], warehouse: 'WH03' });
    expect(session.body.rooms).toEqual(['role:keeper', 'person:keeper', 'warehouse:WH03']);
    expect(session.body.buttons).not.toContain('publish-release');
    expect((await (await server.signIn('operations')).get('/session')).body.buttons).toContain(
      'publish-release',
    );

    expect((await keeper.send('DELETE', '/session')).status).toBe(204);
    expect((await keeper.get('/session')).status).toBe(401);
    expect((await server.nobody.send('DELETE', '/session')).status).toBe(204);
  });

  test('the cookie is for this site and the server only; the store holds no token', async () => {
    const response = await fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ username: 'sales', password: 'sluice-demo' }),
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toMatch(/; Secure/i);
    const token = /^sluice_session=([^;]+)/.exec(cookie!)![1]!;
    const stored = JSON.stringify(await server.app.store.collection('sessions').find({}).toArray());
    expect(stored).not.toContain(token);
    expect(JSON.stringify(await response.json())).not.toContain('argon2');
  });

  test('a sign-out in one process ends the sign-in in another within a second', async () => {
    const second = await startServer({ uri: server.uri, dataDir: server.dataDir });
    try {
      const here = await server.signIn('manager');
      const there = apiClient(second.url, { cookie: here.cookie });
      expect((await there.get('/session')).status).toBe(200);
      await here.send('DELETE', '/session');
      await within(1000, async () => (await there.get('/session')).status === 401);
    } finally {
      await second.close();
    }
  });

  test('a sign-in ends by itself: idle, at the latest after a week, and when its person is disabled', async () => {
    const { store } = server.app;
    const change = async (fields: object) => {
      const client = await server.signIn('planner');
      await store.collection('sessions').updateMany({ person: 'planner' }, { $set: { ...fields } });
      return client;
    };
    const now = store.clock.now();
    const idle = await change({ seenAt: now - 13 * 3_600_000 });
    expect((await idle.get('/session')).status).toBe(401);
    const old = await change({ expiresAt: new Date(now - 1000) });
    expect((await old.get('/session')).status).toBe(401);
    const client = await server.signIn('planner');
    expect((await client.get('/session')).status).toBe(200);
    await store.collection('people').updateOne({ _id: 'planner' } as never, { $set: { disabledAt: now } });
    await within(1000, async () => (await client.get('/session')).status === 401);
    await expect(server.signIn('planner')).rejects.toThrow('401');
  });

  test('guessing is slowed down, for this person and address only', async () => {
    const attempt = (username: string, password: string) =>
      server.nobody.send('POST', '/session', { username, password });
    const statuses: number[] = [];
    for (let guess = 0; guess < 10; guess += 1)
      statuses.push((await attempt('finance', `guess ${guess}`)).status);
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses.at(-1)).toBe(429);
    expect((await attempt('finance', 'sluice-demo')).status).toBe(429);
    expect((await attempt('approver', 'sluice-demo')).status).toBe(201);
    const unknown = await attempt('nobody-here', 'x');
    const known = await attempt('dispatcher', 'x');
    expect(unknown.body).toEqual(known.body);
  });
});

describe('without a demo', () => {
  test('nobody has a password; the link of the start makes the first person, once', async () => {
    const plain = await startServer({ env: { SLUICE_DEMO: 'off' } });
    try {
      const first = plain.app.firstPeople;
      if (first.kind !== 'set-up') throw new Error('expected a set-up link');
      const options = await plain.nobody.get('/session/options');
      expect(options.body).toEqual({ demo: false, people: [], setUpNeeded: true });
      await expect(plain.signIn('operations')).rejects.toThrow('401');

      const person = { username: 'chen.wei', name: '陈伟', password: 'a good long one' };
      const wrong = await plain.nobody.send('POST', '/session/set-up', { ...person, token: 'guess' });
      expect(wrong.status).toBe(403);
      const weak = await plain.nobody.send('POST', '/session/set-up', {
        ...person,
        password: 'short',
        token: first.token,
      });
      expect(weak.status).toBe(400);
      const both = await Promise.all(
        ['chen.wei', 'li.na'].map((username) =>
          plain.nobody.send('POST', '/session/set-up', { ...person, username, token: first.token }),
        ),
      );
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 403]);
      const made = both.find(({ status }) => status === 201)!.body.person.id;
      const client = await signInAs(plain.url, made, person.password);
      expect(client).toBe(201);
      const again = await plain.nobody.send('POST', '/session/set-up', { ...person, token: first.token });
      expect(again.status).toBe(403);
    } finally {
      await plain.close();
    }
  });

  test('demo people of a store cannot sign in where others could reach the server', async () => {
    const open = await startServer({
      uri: server.uri,
      dataDir: server.dataDir,
      env: { SLUICE_DEMO: 'off' },
    });
    try {
      await expect(open.signIn('operations')).rejects.toThrow('401');
      const { cookie } = await server.signIn('operations');
      expect((await apiClient(open.url, { cookie }).get('/session')).status).toBe(401);
      expect((await open.nobody.get('/session/options')).body.people).toEqual([]);
    } finally {
      await open.close();
    }
  });
});

async function signInAs(url: string, username: string, password: string): Promise<number> {
  return (await apiClient(url, {}).send('POST', '/session', { username, password })).status;
}

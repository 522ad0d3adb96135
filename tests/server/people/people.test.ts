import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signIn, type ApiClient } from '../../support/api.ts';
import { because, press, pressed } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let steward: ApiClient;
beforeAll(async () => {
  server = await startServer();
  steward = await server.signIn('steward');
});
afterAll(() => server.close());

const newcomer = { username: 'li.na', name: '李娜', roles: ['service'], ...because };
const password = 'a good long one';
const join = (username: string, token: string) =>
  server.nobody.send('POST', '/session/join', { username, token, password });

describe('people', () => {
  test('a new person gets a link that works once, sets a password and is in', async () => {
    const bare = await steward.send('POST', '/people', { ...newcomer, reason: '' });
    expect(bare.body.error.code).toBe('reason-missing');
    const { status, body } = await steward.send('POST', '/people', newcomer);
    expect(status).toBe(201);
    expect(body.person).toMatchObject({ id: 'li.na', roles: ['service'], hasPassword: false });
    expect(JSON.stringify(await server.app.store.collection('people').find({}).toArray())).not.toContain(
      body.token,
    );
    await expect(signIn(server.url, 'li.na', password)).rejects.toThrow('401');
    expect((await join('li.na', 'guess')).status).toBe(403);
    expect((await join('nobody.here', body.token)).status).toBe(403);

    const both = await Promise.all([join('li.na', body.token), join('li.na', body.token)]);
    expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 403]);
    const client = await signIn(server.url, 'li.na', password);
    expect((await client.get('/session')).body.person).toMatchObject({ name: { zh: '李娜' } });

    const again = await steward.send('POST', '/people', newcomer);
    expect(again.status).toBe(409);
    const { items } = (await steward.get('/audit')).body;
    const made = items.find(({ command, refused }: any) => command === 'create-person' && !refused);
    expect(made).toMatchObject({ ...because, target: 'person:li.na', after: { roles: ['service'] } });
    expect(JSON.stringify(items)).not.toMatch(/argon2/);
  });

  test('a new link is for who forgot the password: with its use earlier sign-ins end', async () => {
    const made = await steward.send('POST', '/people', { ...newcomer, username: 'wu.lei' });
    await join('wu.lei', made.body.token);
    const before = await signIn(server.url, 'wu.lei', password);
    const renewed = await steward.send('POST', '/people/wu.lei/set-up-link', because);
    expect(renewed.status).toBe(201);
    expect((await before.get('/session')).status).toBe(200);
    expect((await join('wu.lei', renewed.body.token)).status).toBe(201);
    expect((await before.get('/session')).status).toBe(401);
  });

  test('nobody gives themselves a role, disables themselves, or leaves nobody to give buttons', async () => {
    const more = { target: 'person:steward', input: { roles: ['steward', 'manager'] }, ...because };
    expect((await press(steward, 'set-roles', more)).body.error.path).toBe('input.roles');
    expect((await press(steward, 'disable-person', { target: 'person:steward' })).status).toBe(409);
    const less = { target: 'person:steward', input: { roles: ['manager', 'steward'] }, ...because };
    expect((await press(steward, 'set-roles', less)).status).toBe(409);

    await pressed(steward, 'set-roles', {
      target: 'person:manager',
      input: { roles: ['manager', 'steward'] },
      ...because,
    });
    const other = await server.signIn('manager');
    await pressed(other, 'disable-person', { target: 'person:steward' });
    const last = { target: 'person:manager', input: { roles: ['manager'] }, ...because };
    const refused = await press(other, 'set-roles', last);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message.zh).toContain('没有人');
    await pressed(other, 'enable-person', { target: 'person:steward', ...because });
  });

  test('only who looks after people sees them, and no key ever may', async () => {
    const manager = await server.signIn('operations');
    for (const path of ['/people', '/people/sales/sessions', '/permissions'])
      expect((await manager.get(path)).status, path).toBe(403);
    steward = await server.signIn('steward');
    for (const command of ['create-person', 'set-roles', 'grant-button', 'set-password', 'end-session']) {
      const { status, body } = await steward.send('POST', '/keys', {
        name: 'x',
        commands: [command],
        ...because,
      });
      expect(status, command).toBe(400);
      expect(body.error.path, command).toBe('commands');
    }
  });
});

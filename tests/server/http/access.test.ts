import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Route } from '../../../server/http/route.ts';
import { apiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const publicRoutes = new Set([
  'get /session/options',
  'post /session',
  'delete /session',
  'post /session/set-up',
  'post /session/join',
]);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const addressOf = ({ path }: Route) => path.replaceAll(/:[A-Za-z]+/g, '1');

describe('who may call what', () => {
  test('every route says who may call it, and only signing in needs no sign-in', () => {
    expect(server.app.routes.length).toBeGreaterThan(20);
    for (const route of server.app.routes) {
      expect(route.access, nameOf(route)).toBeDefined();
      expect(route.access.kind === 'public', nameOf(route)).toBe(publicRoutes.has(nameOf(route)));
      if (route.access.kind === 'command') {
        expect(vocabulary.commands.has(route.access.command), nameOf(route)).toBe(true);
      }
    }
    const names = server.app.routes.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });

  test('without a sign-in, with a foreign key or an old cookie every other route answers 401', async () => {
    const strangers = [
      server.nobody,
      apiClient(server.url, { authorization: 'Bearer slk_unknown' }),
      apiClient(server.url, { authorization: 'Basic b3BlcmF0aW9uczpzbHVpY2UtZGVtbw==' }),
      apiClient(server.url, { cookie: 'sluice_session=guess' }),
    ];
    for (const route of server.app.routes) {
      if (publicRoutes.has(nameOf(route))) continue;
      for (const stranger of strangers) {
        const answer = await stranger.send(
          route.method.toUpperCase(),
          addressOf(route),
          route.method === 'get' ? undefined : {},
        );
        expect(answer.status, nameOf(route)).toBe(401);
        expect(answer.body.error.message.zh, nameOf(route)).toMatch(/[一-鿿]/);
      }
    }
  });

  test('each role is refused exactly the writes whose button it does not have', async () => {
    for (const role of ['operations', 'keeper', 'steward', 'manager']) {
      const person = await server.signIn(role);
      for (const route of server.app.routes) {
        if (route.access.kind !== 'command') continue;
        const roles: readonly string[] = vocabulary.commands.get(route.access.command)!.roles;
        // A body that no schema takes: whoever may press gets past permission and fails there.
        const answer = await person.send(route.method.toUpperCase(), addressOf(route), []);
        expect(answer.status === 403, `${role} ${nameOf(route)} ${answer.status}`).toBe(
          !roles.includes(role),
        );
        expect(answer.status, nameOf(route)).toBeLessThan(500);
      }
    }
  });

  test('a key reads and presses what it was made for and nothing else', async () => {
    const key = await server.key(['import-catalog'], ['catalog']);
    expect((await key.get('/catalog/skus')).status).toBe(200);
    expect((await key.get('/flows')).status).toBe(403);
    expect((await key.get('/session')).status).toBe(403);
    expect((await key.get('/keys')).status).toBe(403);
    expect((await key.send('PUT', '/catalog/skus', { items: [{ sku: 'A-1' }] })).status).toBe(200);
    expect((await key.send('POST', '/releases', {})).status).toBe(403);
    const pressed = await key.send('POST', '/commands/publish-release', {}, { 'idempotency-key': 'k1' });
    expect(pressed.status).toBe(403);
  });
});

describe('pages of other sites', () => {
  test('a write with a cookie from a foreign page is refused, the same from our own page is not', async () => {
    const operations = await server.signIn('operations');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${server.url}.evil.example` },
      { origin: 'http://127.0.0.1:1' },
    ]) {
      const answer = await operations.send('POST', '/releases/preview', {}, headers);
      expect(answer.status, headers.origin).toBe(403);
      expect(answer.body.error.code).toBe('wrong-origin');
    }
    expect((await operations.send('POST', '/releases/preview', {})).status).toBe(200);
    const foreignSignIn = await server.nobody.send(
      'POST',
      '/session',
      { username: 'operations', password: 'sluice-demo' },
      { origin: 'https://evil.example' },
    );
    expect(foreignSignIn.status).toBe(403);
  });

  test('without an origin the browser’s own mark of a cross-site request refuses too', async () => {
    const { cookie } = await server.signIn('operations');
    const send = (site: string | undefined) =>
      new Promise<number>((resolve, reject) => {
        const call = request(
          `${server.url}/api/v1/releases/preview`,
          {
            method: 'POST',
            headers: {
              cookie,
              'content-type': 'application/json',
              ...(site === undefined ? {} : { 'sec-fetch-site': site }),
            },
          },
          (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        );
        call.on('error', reject);
        call.end('{}');
      });
    expect(await send('cross-site')).toBe(403);
    expect(await send('same-site')).toBe(403);
    expect(await send('same-origin')).toBe(200);
    expect(await send(undefined)).toBe(200);
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorBodySchema, errorStatus } from '../../../rules-library/contract/error.ts';
import { apiClient, type ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let key: ApiClient & { secret: string };
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  key = await server.key(
    ['import-catalog', 'save-flow', 'publish-release'],
    ['flows', 'catalog', 'releases'],
  );
});
afterAll(() => server.close());

/** Sends exactly these bytes. */
async function raw(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
  method = 'PUT',
): Promise<{ status: number; error: any; retryAfter: string | null }> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key.secret}`, ...headers },
    body,
  });
  const text = await response.text();
  return {
    status: response.status,
    error: text === '' ? undefined : JSON.parse(text).error,
    retryAfter: response.headers.get('retry-after'),
  };
}

function expectDocumented(answer: { status: number; error: any }): void {
  expect(errorBodySchema.safeParse({ error: answer.error }).success, JSON.stringify(answer)).toBe(true);
  expect(errorStatus[answer.error.code as keyof typeof errorStatus]).toBe(answer.status);
  expect(answer.error.message.zh).toMatch(/[一-鿿]/);
  expect(answer.error.message.en).toMatch(/[A-Za-z]/);
  expect(JSON.stringify(answer.error)).not.toMatch(/\bat .*:\d+:\d+|node_modules/);
}

const nested = (depth: number) => `{"items":${'['.repeat(depth)}${']'.repeat(depth)}}`;

describe('bodies that cannot be taken', () => {
  test.each([
    ['half of it', '{"items": [', 400, undefined],
    ['no JSON', 'sku=A', 400, undefined],
    ['40,000 levels', nested(40_000), 400, undefined],
    ['a prototype', '{"items":[{"sku":"A","__proto__":{"x":1}}]}', 400, 'items[0].__proto__'],
    ['an operator', '{"items":{"$gt":""}}', 400, 'items.$gt'],
    ['not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 400, undefined],
    ['a number too large', '{"items":[{"sku":"A","weight":1e400}]}', 400, 'items[0].weight'],
    ['the wrong type', '{"items":"A"}', 400, 'items'],
    ['nothing in it', '{"items":[]}', 400, 'items'],
    ['nothing at all', '{}', 400, 'items'],
    ['null', 'null', 400, undefined],
    ['501 items', JSON.stringify({ items: Array.from({ length: 501 }, () => ({})) }), 400, 'items'],
    ['60,000 values', JSON.stringify({ items: [Array.from({ length: 60_000 }, () => 1)] }), 413, undefined],
    ['over 4 MB', JSON.stringify({ items: ['x'.repeat(4_300_000)] }), 413, undefined],
  ])('%s', async (_name, body, status, path) => {
    const answer = await raw('/catalog/skus', body);
    expect(answer.status).toBe(status);
    expectDocumented(answer);
    if (path !== undefined) expect(answer.error.path).toBe(path);
  });

  test.each([
    ['text/plain', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-8', 200],
    ['APPLICATION/JSON', 200],
  ])('%s is %i', async (type, status) => {
    const answer = await raw('/catalog/skus', '{"items":[{"sku":"TYPE-1"}]}', { 'content-type': type });
    expect(answer.status).toBe(status);
    if (status !== 200) expectDocumented(answer);
  });

  test('a compressed body is not unpacked, a table is only taken where tables are', async () => {
    const packed = await raw('/catalog/skus', '{}', {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    expect(packed.status).toBe(415);
    const table = await raw('/flows/x', 'id\nx', { 'content-type': 'text/csv' });
    expect(table.status).toBe(415);
  });

  test('addresses: unknown calls, wrong methods and broken escapes are answered in words', async () => {
    for (const [path, method, status] of [
      ['/nothing-here', 'GET', 404],
      ['/flows', 'DELETE', 404],
      ['/flows/%E0%A4%A', 'GET', 400],
      [`/flows/${'x'.repeat(70)}`, 'GET', 400],
      ['/releases/0/rules', 'GET', 400],
      ['/releases/1e3/rules', 'GET', 400],
      ['/releases?limit=many', 'GET', 400],
      ['/catalog/lanes', 'GET', 409],
      ['/catalog/planets', 'GET', 404],
    ] as const) {
      const response = await fetch(`${server.url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${key.secret}` },
      });
      expect(response.status, path).toBe(status);
      expectDocumented({ status: response.status, error: (await response.json()).error });
    }
  });

  test('an unexpected method or path outside the interface never shows a stack', async () => {
    for (const path of ['/api', '/api/v2/orders', '/nothing.php', '/../../etc/passwd']) {
      const response = await fetch(`${server.url}${path}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toMatch(/\bat .*:\d+:\d+/);
    }
  });

  test('names of the list and of keys with operators instead of words', async () => {
    const steward = await server.signIn('steward');
    for (const body of [
      { name: { $ne: null }, commands: [] },
      { name: 'x', commands: ['no-such-command'] },
      { name: 'x', commands: [], reads: [] },
      { name: 'x', commands: ['create-key'] },
      { name: 'x', commands: ['ingest-order'], perSecond: 0 },
    ]) {
      const answer = await steward.send('POST', '/keys', { ...body, reason: 'trying', voucher: 'T-1' });
      expect(answer.status).toBe(400);
      expectDocumented({ status: answer.status, error: answer.body.error });
    }
    const signIn = await server.nobody.send('POST', '/session', {
      username: { $gt: '' },
      password: { $gt: '' },
    });
    expect(signIn.status).toBe(400);
  });
});

describe('generated bodies', () => {
  const paths: [string, string][] = [
    ['PUT', '/catalog/skus'],
    ['PUT', '/catalog/customers'],
    ['PUT', '/catalog/lists'],
    ['POST', '/flows'],
    ['PUT', '/flows/any'],
    ['POST', '/releases'],
    ['POST', '/releases/preview'],
    ['POST', '/commands/publish-release'],
    ['POST', '/commands/save-flow'],
  ];
  const word = fc.constantFrom(
    'items',
    'flow',
    'version',
    'id',
    'nodes',
    'edges',
    'kind',
    'params',
    'sku',
    'flows',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, -1, 1.5, 1e308, '', 'order.received', '$where', 'x'.repeat(3000)),
      fc.string({ unit: 'binary' }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(word, fc.string({ maxLength: 4 })), tie('any'), { maxKeys: 5 }),
    ),
  })).any;

  test('never bring a 5xx and are always answered in the documented shape', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), value, async ([method, path], body) => {
        const answer = await raw(
          path,
          JSON.stringify(body),
          { 'content-type': 'application/json', 'idempotency-key': `k${Math.random()}` },
          method,
        );
        expect(answer.status, `${method} ${path} ${JSON.stringify(body)}`).toBeLessThan(500);
        if (answer.status >= 400) expectDocumented(answer);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('drawings with anything as parameters are saved as drafts with problems, or refused', async () => {
    const kinds = [
      'order.received',
      'condition-group',
      'line-condition',
      'branch',
      'raise-alert',
      'hold-order',
    ];
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ kind: fc.constantFrom(...kinds), params: fc.dictionary(word, value) }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.array(fc.tuple(fc.nat(4), fc.constantFrom('next', 'yes', 'no', 'unknown'), fc.nat(4)), {
          maxLength: 6,
        }),
        async (nodes, edges) => {
          const flow = {
            id: `gen${Math.random().toString(36).slice(2)}`,
            name: { zh: '生成', en: 'generated' },
            nodes: nodes.map((node, index) => ({ id: `n${index}`, ...node })),
            edges: edges.map(([from, port, to]) => ({ from: { node: `n${from}`, port }, to: `n${to}` })),
          };
          const text = JSON.stringify({ flow, version: 0 });
          const answer = await raw(`/flows/${flow.id}`, text);
          expect(answer.status, text).toBeLessThan(500);
          if (answer.status !== 200) return;
          saved += 1;
          const compiled = await operations.send('POST', `/flows/${flow.id}/compile`, {});
          expect(compiled.status, text).toBe(200);
          const tried = await operations.send('POST', `/flows/${flow.id}/simulate`, {
            event: 'order.received',
            facts: { 'order.total': 5 },
          });
          expect(tried.status, text).toBe(200);
        },
      ),
      { numRuns: 60 },
    );
    expect(saved).toBeGreaterThan(20);
    expect((await operations.get('/flows')).status).toBe(200);
  }, 60_000);
});

test('a client without a sign-in gets its 401 before its body is read', async () => {
  const stranger = apiClient(server.url, {});
  const answer = await stranger.send('PUT', '/catalog/skus', { items: 'x'.repeat(5_000_000) });
  expect(answer.status).toBe(401);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer & { dataDir: string };
let second: TestServer;
beforeAll(async () => {
  server = await startServer();
  second = await startServer({ uri: server.uri, dataDir: server.dataDir });
});
afterAll(async () => {
  await second.close();
  await server.close();
});

async function within(ms: number, done: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await done())) {
    if (performance.now() - started > ms) throw new Error(`not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - started;
}

describe('keys for systems', () => {
  test('the secret is shown once and is nowhere in the store', async () => {
    const key = await server.key(['import-catalog'], ['catalog']);
    const steward = await server.signIn('steward');
    const listed = await steward.get('/keys');
    expect(listed.body.items.find(({ id }: any) => id === key.id)).toMatchObject({
      commands: ['import-catalog'],
      reads: ['catalog'],
      revokedAt: null,
    });
    expect(JSON.stringify(listed.body)).not.toContain(key.secret);
    for (const { name } of await server.app.store.database().listCollections().toArray()) {
      const documents = await server.app.store.collection(name).find({}).toArray();
      expect(JSON.stringify(documents), name).not.toContain(key.secret);
    }
  });

  test('a revoked key is refused at once here and within a second in another process', async () => {
    const key = await server.key([], ['catalog']);
    const there = apiClient(second.url, { authorization: `Bearer ${key.secret}` });
    expect((await key.get('/catalog/skus')).status).toBe(200);
    expect((await there.get('/catalog/skus')).status).toBe(200);
    const steward = await server.signIn('steward');
    const revoked = await steward.send('DELETE', `/keys/${key.id}`);
    expect(revoked.status).toBe(200);
    expect(revoked.body.revokedAt).not.toBeNull();
    expect((await key.get('/catalog/skus')).status).toBe(401);
    await within(1000, async () => (await there.get('/catalog/skus')).status === 401);
    const again = await steward.send('DELETE', `/keys/${key.id}`);
    expect(again.body.revokedAt).toBe(revoked.body.revokedAt);
    expect((await steward.send('DELETE', '/keys/nothing')).status).toBe(404);
  });

  test('calls a second are limited per key, and the answer says when to come back', async () => {
    const slow = await server.key([], ['catalog'], 3);
    const statuses: number[] = [];
    for (let call = 0; call < 6; call += 1) statuses.push((await slow.get('/catalog/skus')).status);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(4);
    expect(statuses).toContain(429);
    const limited = await fetch(`${server.url}/api/v1/catalog/skus`, {
      headers: { authorization: `Bearer ${slow.secret}` },
    });
    if (limited.status === 429) expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    const other = await server.key([], ['catalog']);
    expect((await other.get('/catalog/skus')).status).toBe(200);
  });

  test('only the data steward makes keys; use is noted; making one is in the audit', async () => {
    const operations = await server.signIn('operations');
    expect((await operations.get('/keys')).status).toBe(403);
    expect((await operations.send('POST', '/keys', { name: 'x', commands: ['ingest-order'] })).status).toBe(
      403,
    );
    const key = await server.key([], ['catalog']);
    await key.get('/catalog/skus');
    const steward = await server.signIn('steward');
    await within(1000, async () => {
      const { body } = await steward.get('/keys');
      return body.items.find(({ id }: any) => id === key.id).lastUsedAt !== null;
    });
    const audit = await server.app.store.collection('audit').find({ command: 'create-key' }).toArray();
    expect(audit.length).toBeGreaterThan(0);
  });
});

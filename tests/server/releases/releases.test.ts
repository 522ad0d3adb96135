import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer & { dataDir: string };
let operations: ApiClient;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
});
afterAll(() => server.close());

const save = async (flow: { id: string }, version: number) => {
  const saved = await operations.send('PUT', `/flows/${flow.id}`, { flow, version });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
  return saved.body;
};
const publish = (body: object = {}) => operations.send('POST', '/releases', body);
const rules = async (number: number) => (await operations.get(`/releases/${number}/rules`)).body;

describe('publishing', () => {
  test('from a first release to a rollback and a new one', async () => {
    const nothing = await publish();
    expect(nothing.status).toBe(409);
    expect(nothing.body.error.details.reasons[0].code).toBe('nothing-new');

    await save(bigOrders('second', 700_000, 'keeper', 20), 0);
    await save(bigOrders('first', 500_000, 'sales', 10), 0);
    const one = await publish({ note: '开始' });
    expect(one.status).toBe(201);
    expect(one.body).toMatchObject({ confirmed: 1, waiting: [] });
    expect(one.body.release).toMatchObject({ number: 1, state: 'active', note: '开始', ruleCount: 4 });
    expect(one.body.release.flows.map(({ id, change }: any) => [id, change])).toEqual([
      ['first', 'new'],
      ['second', 'new'],
    ]);

    // Renumbered over all flows: rank 10 before rank 20, from the number of rules down to 1.
    const exported = await rules(1);
    expect(exported.rules.map(({ priority }: any) => priority)).toEqual([4, 3, 2, 1]);
    expect(exported.rules.map(({ id }: any) => id.split('/')[0])).toEqual([
      'first',
      'first',
      'second',
      'second',
    ]);
    expect(Object.keys(exported.sourceMap)).toContain('first/alert');

    const view = await operations.get('/flows/first');
    expect(view.body).toMatchObject({ state: 'live', liveRelease: 1 });
    const moved = structuredClone(view.body.flow);
    moved.layout.start = { x: 50, y: 50 };
    expect(await save(moved, 1)).toMatchObject({ version: 2, state: 'live' });
    const changed = bigOrders('first', 900_000, 'sales', 10);
    expect(await save(changed, 2)).toMatchObject({ version: 3, state: 'changed', liveRelease: 1 });

    const two = await publish();
    expect(two.body.release.flows.map(({ id, change }: any) => [id, change])).toEqual([
      ['first', 'changed'],
      ['second', 'same'],
    ]);
    expect(two.body.release.number).toBe(2);
    expect(two.body.release.hash).not.toBe(one.body.release.hash);

    const without = await operations.send('POST', '/releases/1/activate', {});
    expect(without.status).toBe(400);
    expect(without.body.error.code).toBe('reason-missing');
    const back = await operations.send('POST', '/releases/1/activate', {
      reason: '误报太多',
      voucher: 'TEL-0001',
    });
    expect(back.status).toBe(200);
    expect(back.body.release).toMatchObject({ number: 1, state: 'active', hash: one.body.release.hash });
    expect(await rules(1)).toEqual(exported);
    expect((await operations.get('/flows/first')).body).toMatchObject({ state: 'changed', liveRelease: 1 });
    const same = await operations.send('POST', '/releases/1/activate', { reason: 'x', voucher: 'y' });
    expect(same.status).toBe(409);

    const three = await publish();
    expect(three.body.release.number).toBe(3);
    const { body: list } = await operations.get('/releases?limit=2');
    expect(list.items.map(({ number, state }: any) => [number, state])).toEqual([
      [3, 'active'],
      [2, 'earlier'],
    ]);
    const rest = await operations.get(`/releases?limit=2&cursor=${list.next}`);
    expect(rest.body.items.map(({ number }: any) => number)).toEqual([1]);
    expect(rest.body.next).toBeNull();
  });

  test('the hash covers the content: equal drawings give equal rules and hashes in another store', async () => {
    const other = await startServer();
    try {
      const there = await other.signIn('operations');
      const flow = bigOrders('twin', 123, 'keeper', 7);
      const turned = { ...flow, nodes: flow.nodes.toReversed(), edges: flow.edges.toReversed() };
      turned.edges = turned.edges.map((edge, index) => ({ ...edge, id: `e${2 - index}` }));
      await there.send('PUT', '/flows/twin', { flow: turned, version: 0 });
      await there.send('POST', '/releases', {});
      const a = (await there.get('/releases/1/rules')).body;
      const third = await startServer();
      try {
        const again = await third.signIn('operations');
        await again.send('PUT', '/flows/twin', { flow, version: 0 });
        await again.send('POST', '/releases', {});
        const b = (await again.get('/releases/1/rules')).body;
        expect(b.rules).toEqual(a.rules);
      } finally {
        await third.close();
      }
    } finally {
      await other.close();
    }
  });

  test('a draft with mistakes cannot be published, and the refusal names the node', async () => {
    const flow = bigOrders('broken', 5);
    flow.nodes.push({ id: 'strange', kind: 'teleport', params: {} });
    flow.edges.push({ from: { node: 'check', port: 'no' }, to: 'strange' });
    const { version } = await save(flow, 0);
    const before = (await operations.get('/releases?limit=1')).body.items[0].number;
    const refused = await publish({ flows: [{ id: 'broken', version }] });
    expect(refused.status).toBe(409);
    expect(refused.body.error.path).toBe('broken.strange');
    expect(refused.body.error.details.reasons[0]).toMatchObject({ flow: 'broken', node: 'strange' });
    const preview = await operations.send('POST', '/releases/preview', {
      flows: [{ id: 'broken', version }],
    });
    expect(preview.body.publishable).toBe(false);
    expect((await operations.get('/releases?limit=1')).body.items[0].number).toBe(before);
  });

  test('only what was looked at is published: a newer version refuses, others stay as they are', async () => {
    await save(bigOrders('chosen', 10), 0);
    await save(bigOrders('other', 10), 0);
    const stale = await publish({ flows: [{ id: 'chosen', version: 7 }] });
    expect(stale.status).toBe(409);
    expect(stale.body.error).toMatchObject({ code: 'version-moved', path: 'flows[0].version' });
    expect((await publish({ flows: [{ id: 'nothing', version: 1 }] })).status).toBe(404);
    const preview = await operations.send('POST', '/releases/preview', {
      flows: [{ id: 'chosen', version: 1 }],
    });
    const row = preview.body.flows.find(({ id }: any) => id === 'chosen');
    expect(row).toMatchObject({ change: 'new', removed: [] });
    expect(row.added[0].zh).toMatch(/订单金额/);
    expect(preview.body.publishable).toBe(true);
    const done = await publish({ flows: [{ id: 'chosen', version: 1 }] });
    expect(done.body.release.number).toBe(preview.body.nextNumber);
    const ids = done.body.release.flows.map(({ id }: any) => id);
    expect(ids).toContain('chosen');
    expect(ids).not.toContain('other');
    expect((await publish({ openOrders: 'redecide' })).status).toBe(409);
  });

  test('sentences that come and go are told apart before publishing', async () => {
    await save(bigOrders('told', 100_000), 0);
    await publish({ flows: [{ id: 'told', version: 1 }] });
    await save(bigOrders('told', 200_000), 1);
    const { body } = await operations.send('POST', '/releases/preview', {
      flows: [{ id: 'told', version: 2 }],
    });
    const row = body.flows.find(({ id }: any) => id === 'told');
    expect(row.change).toBe('changed');
    expect(row.added.map(({ zh }: any) => zh).join()).toContain('2,000');
    expect(row.removed.map(({ zh }: any) => zh).join()).toContain('1,000');
  });

  test('people without the button cannot publish or go back', async () => {
    const keeper = await server.signIn('keeper');
    expect((await keeper.send('POST', '/releases', {})).status).toBe(403);
    const back = await keeper.send('POST', '/releases/1/activate', { reason: 'x', voucher: 'y' });
    expect(back.status).toBe(403);
    expect(
      (await operations.send('POST', '/releases/99/activate', { reason: 'x', voucher: 'y' })).status,
    ).toBe(404);
  });
});

describe('several processes', () => {
  test('every live process runs the new release when the answer comes; a stopped one is not waited for', async () => {
    const second = await startServer({ uri: server.uri, dataDir: server.dataDir });
    const there = await second.signIn('operations');
    await save(bigOrders('spread', 42), 0);
    const done = await publish({ flows: [{ id: 'spread', version: 1 }] });
    expect(done.body).toMatchObject({ confirmed: 2, waiting: [] });
    expect((await there.get('/flows/spread')).body).toMatchObject({
      state: 'live',
      liveRelease: done.body.release.number,
    });
    await second.close();
    await save(bigOrders('spread', 43), 1);
    expect((await publish({ flows: [{ id: 'spread', version: 2 }] })).body.confirmed).toBe(1);
  });

  test('a process that hangs is named after a second', async () => {
    const { store } = server.app;
    const now = store.clock.now();
    await store.collection('processes').insertOne({
      _id: 'hanging',
      rev: 0,
      epoch: 0,
      seenAt: now + 60_000,
      expiresAt: new Date(now + 60_000),
    } as never);
    await save(bigOrders('named', 1), 0);
    const started = performance.now();
    const done = await publish({ flows: [{ id: 'named', version: 1 }] });
    const took = performance.now() - started;
    expect(done.body.waiting).toEqual(['hanging']);
    expect(took).toBeGreaterThan(900);
    expect(took).toBeLessThan(3000);
    await store.collection('processes').deleteOne({ _id: 'hanging' } as never);
  });
});

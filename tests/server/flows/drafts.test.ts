import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { bigOrders } from '../../support/flows.ts';

let server: TestServer;
let operations: ApiClient;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
});
afterAll(() => server.close());

const save = (flow: { id: string }, version: number) =>
  operations.send('PUT', `/flows/${flow.id}`, { flow, version });

describe('drafts', () => {
  test('a drawing is kept as drawn, gets its missing ids, and never goes live by itself', async () => {
    const flow = bigOrders('kept', 500_000);
    const made = await operations.send('POST', '/flows', { flow });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ version: 1, state: 'draft', liveRelease: null, problems: [] });
    expect(made.body.savedBy.zh).toBe('林晓雯');
    expect(made.body.flow.nodes[1].params.conditions.all[0].id).toMatch(/^c\d+$/);
    expect(made.body.flow.edges.every(({ id }: any) => /^e\d+$/.test(id))).toBe(true);
    expect(made.body.flow.layout).toEqual(flow.layout);
    const read = await operations.get('/flows/kept');
    expect(read.body).toEqual(made.body);
    const { body: list } = await operations.get('/flows');
    expect(list.items.find(({ id }: any) => id === 'kept')).toMatchObject({
      state: 'draft',
      trigger: 'order.received',
      errors: 0,
      nodeCount: 3,
    });
    expect((await operations.get('/releases')).body.items).toEqual([]);
  });

  test('of two people drawing from one version the second is shown what the first saved', async () => {
    await save(bigOrders('shared', 100), 0);
    expect((await save(bigOrders('shared', 200), 1)).body.version).toBe(2);
    const late = await save(bigOrders('shared', 300), 1);
    expect(late.status).toBe(409);
    expect(late.body.error.code).toBe('version-moved');
    expect(late.body.error.details.current).toMatchObject({ version: 2, flow: { id: 'shared' } });
    const value = late.body.error.details.current.flow.nodes[1].params.conditions.all[0].value;
    expect(value).toBe(200);
    expect((await save(bigOrders('shared', 300), 2)).body.version).toBe(3);
  });

  test('ten saves at once from one version: one wins', async () => {
    await save(bigOrders('race', 1), 0);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => save(bigOrders('race', 10 + n), 1)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect((await operations.get('/flows/race')).body.version).toBe(2);
  });

  test('a save whose answer got lost can be sent again: same drawing, same version', async () => {
    await save(bigOrders('again', 1), 0);
    expect((await save(bigOrders('again', 1), 0)).body.version).toBe(1);
    expect((await save(bigOrders('again', 2), 1)).body.version).toBe(2);
    expect((await save(bigOrders('again', 2), 1)).body.version).toBe(2);
  });

  test('a drawing with mistakes is kept, and says what to mend in both languages', async () => {
    const flow = bigOrders('wrong', 100);
    flow.nodes[1]!.params = { conditions: { all: [{ fact: 'no.such', operator: 'equal', value: 1 }] } };
    flow.nodes.push({ id: 'strange', kind: 'teleport', params: {} });
    flow.edges.push({ from: { node: 'check', port: 'no' }, to: 'strange' });
    const saved = await save(flow, 0);
    expect(saved.status).toBe(200);
    const errors = saved.body.problems.filter(({ level }: any) => level === 'error');
    expect(errors.map(({ node }: any) => node)).toContain('strange');
    for (const { text } of errors) {
      expect(text.zh).toMatch(/[一-鿿]/);
      expect(text.en).toMatch(/[a-z]/);
    }
    const compiled = await operations.send('POST', '/flows/wrong/compile', {});
    expect(compiled.body.rules).toEqual([]);
    expect((await operations.get('/flows')).body.items.find(({ id }: any) => id === 'wrong').errors).toBe(
      errors.length,
    );
  });

  test('ids: of business data refused, of another address refused, an unknown draft is not there', async () => {
    const named = await save(bigOrders('order', 1), 0);
    expect(named.status).toBe(400);
    expect(named.body.error.path).toBe('flow.id');
    const elsewhere = await operations.send('PUT', '/flows/one', { flow: bigOrders('two', 1), version: 0 });
    expect(elsewhere.status).toBe(400);
    expect((await operations.get('/flows/nothing')).status).toBe(404);
    expect((await save(bigOrders('nothing', 1), 4)).status).toBe(404);
    expect((await operations.send('POST', '/flows/nothing/compile', {})).status).toBe(404);
  });
});

describe('trying a draft', () => {
  test('says what would happen and why, with ISO times and values of the wrong type left out', async () => {
    await save(bigOrders('tried', 500_000), 0);
    const run = (facts: object) =>
      operations.send('POST', '/flows/tried/simulate', { event: 'order.received', facts });
    const high = await run({ 'order.total': 600_000, 'order.placedAt': '2025-12-12T00:03:11+08:00' });
    expect(high.body.events).toMatchObject([{ type: 'raise-alert' }]);
    expect(high.body.facts['order.placedAt']).toBe(Date.parse('2025-12-12T00:03:11+08:00'));
    expect(high.body.dropped).toEqual([]);
    const low = await run({ 'order.total': 400_000 });
    expect(low.body.events).toEqual([]);
    expect(JSON.stringify(low.body.explanation)).toContain('tried/alert');
    const wrong = await run({ 'order.total': 'much', lines: [{ 'line.quantity': 'two' }] });
    expect(wrong.body.dropped).toEqual(['order.total', 'lines[0].line.quantity']);
    // Data that is not there is a person's matter, never a silent no.
    expect(wrong.body.unknown).toEqual(['order.total']);
    expect(wrong.body.events).toMatchObject([{ type: 'hold-order', params: { code: 'manual-review' } }]);
    const other = await operations.send('POST', '/flows/tried/simulate', {
      event: 'order.changed',
      facts: { 'order.total': 600_000 },
    });
    expect(other.body.events).toEqual([]);
  });

  test('an order that was never decided and two sources at once are refused', async () => {
    await save(bigOrders('tried2', 1), 0);
    const unknown = await operations.send('POST', '/flows/tried2/simulate', {
      event: 'order.received',
      order: 'nothing',
    });
    expect(unknown.status).toBe(404);
    const both = await operations.send('POST', '/flows/tried2/simulate', {
      event: 'order.received',
      order: 'x',
      facts: {},
    });
    expect(both.status).toBe(400);
  });
});

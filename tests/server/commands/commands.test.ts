import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let order: string;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  const channel = await server.key(['ingest-order']);
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: 'BTN-1',
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  });
  order = sent.body.results[0].id;
});
afterAll(() => server.close());

let keys = 0;
const press = (client: ApiClient, name: string, body: object, key = `press-${(keys += 1)}`) =>
  client.send('POST', `/commands/${name}`, body, { 'idempotency-key': key });

describe('buttons', () => {
  test('a person sees exactly the buttons of their role, each with its form', async () => {
    const { body } = await operations.get(`/commands?target=order:${order}`);
    const names = body.items.map(({ name }: any) => name);
    expect(names).toEqual(expect.arrayContaining(['hold-order', 'mark-rush', 'set-tag']));
    expect(names).not.toContain('publish-release');
    const hold = body.items.find(({ name }: any) => name === 'hold-order');
    expect(hold.label.zh).toBe('挂起订单');
    expect(hold.input.properties.code).toBeDefined();
    const sales = await (await server.signIn('sales')).get(`/commands?target=order:${order}`);
    expect(sales.body.items.map(({ name }: any) => name)).not.toContain('hold-order');
  });

  test('a button that would be refused now is grey and says why', async () => {
    const gone = await operations.get('/commands?target=order:nothing');
    const rush = gone.body.items.find(({ name }: any) => name === 'mark-rush');
    expect(rush.enabled).toBe(false);
    expect(rush.why.zh).toMatch(/[一-鿿]/);
    const here = await operations.get(`/commands?target=order:${order}`);
    expect(here.body.items.find(({ name }: any) => name === 'mark-rush').enabled).toBe(true);
    const looked = await operations.get(`/orders/${order}`);
    expect(looked.body.isRush).toBe(false);
  });

  test('release: going back is offered on an earlier one and grey on the one in force', async () => {
    await operations.send('POST', '/flows', { flow: bigOrders('one', 1) });
    await operations.send('POST', '/releases', {});
    const button = async (number: number) =>
      (await operations.get(`/commands?target=release:${number}`)).body.items.find(
        ({ name }: any) => name === 'activate-release',
      );
    expect(await button(1)).toMatchObject({ enabled: false, needsReason: true });
    await operations.send('PUT', '/flows/one', { flow: bigOrders('one', 2), version: 1 });
    await operations.send('POST', '/releases', {});
    expect(await button(1)).toMatchObject({ enabled: true });
  });
});

describe('pressing', () => {
  test('takes effect once per key, says what it did, and repeats the same answer', async () => {
    const body = { target: `order:${order}`, input: { tag: 'vip' } };
    const once = await press(operations, 'set-tag', body, 'tag-once');
    expect(once.status, JSON.stringify(once.body)).toBe(200);
    expect(once.body.text.zh).toMatch(/[一-鿿]/);
    expect(once.body.press).toBeTruthy();
    const twice = await press(operations, 'set-tag', body, 'tag-once');
    expect(twice.body).toEqual(once.body);
    const other = await press(operations, 'set-tag', { ...body, input: { tag: 'other' } }, 'tag-once');
    expect(other.status).toBe(422);
    expect((await operations.get(`/orders/${order}`)).body.tags).toEqual(['vip']);
  });

  test('needs a key, a target of the right kind, a known name and the right role', async () => {
    const without = await operations.send('POST', '/commands/set-tag', {
      target: `order:${order}`,
      input: { tag: 'x' },
    });
    expect(without.status).toBe(400);
    expect(without.body.error.code).toBe('key-missing');
    expect((await press(operations, 'set-tag', { input: { tag: 'x' } })).status).toBe(400);
    expect((await press(operations, 'set-tag', { target: 'flow:x', input: { tag: 'x' } })).status).toBe(400);
    expect((await press(operations, 'fly', {})).status).toBe(404);
    const keeper = await server.signIn('keeper');
    const refused = await press(keeper, 'set-tag', { target: `order:${order}`, input: { tag: 'x' } });
    expect(refused.status).toBe(403);
    const long = await press(operations, 'set-tag', {}, 'k'.repeat(256));
    expect(long.status).toBe(400);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldGroups, roles } from '../../../rules-library/choices/index.ts';
import { orderViewSchema } from '../../../rules-library/contract/orders.ts';
import { readableTexts } from '../../../server/http/told-text.ts';
import { project, projectionOf, type Projection } from '../../../server/http/projection.ts';
import { apiClient, type ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { listen } from '../../support/listen.ts';
import { because, pressed, within } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let steward: ApiClient;
let order: string;
let channel: Awaited<ReturnType<TestServer['key']>>;
const clients = new Map<string, ApiClient>();
const take = async (externalId: string): Promise<string> => {
  const { body } = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId,
    placedAt: '2025-12-12T00:03:11+08:00',
    customer: { externalId: 'c1', name: '王小明', phone: '13812345678' },
    shipTo: { province: '江苏', city: '苏州', street: '人民路 1 号' },
    lines: [{ sku: 'BRK-1', quantity: 2, unitPrice: 4321 }],
    discount: 11,
    freight: 12,
    payment: { status: 'paid', paid: 8643 },
    custom: { unitPrice: 4321, colour: 'red' },
  });
  return body.results[0].id;
};
beforeAll(async () => {
  server = await startServer();
  for (const { value } of roles) clients.set(value, await server.signIn(value));
  steward = clients.get('steward')!;
  const operations = clients.get('operations')!;
  await operations.send('POST', '/flows', { flow: bigOrders('big', 100) });
  await operations.send('POST', '/releases', {});
  channel = await server.key(['ingest-order', 'import-catalog'], ['orders']);
  await channel.send('PUT', '/catalog/shops', {
    items: [{ id: 'S-1', region: 'east', creditLimit: 777_700 }],
  });
  order = await take('READ-1');
}, 60_000);
afterAll(() => server.close());

const reading = (role: string, group: string, allow: boolean) =>
  pressed(steward, 'grant-reading', { target: `role:${role}`, input: { group, allow }, ...because });

describe('answers hold only what a role may read', () => {
  test.each(roles.map(({ value }) => value))('%s, as first set', async (role) => {
    const client = clients.get(role)!;
    const reads = (await client.get('/session')).body.reads;
    expect(reads.toSorted()).toEqual(
      fieldGroups
        .filter((group) => (group.roles as readonly string[]).includes(role))
        .map(({ value }) => value)
        .toSorted(),
    );
    const money = reads.includes('money');
    const personal = reads.includes('personal');
    const view = (await client.get(`/orders/${order}`)).body;
    expect(view).toMatchObject({
      total: money ? 8643 : null,
      discount: money ? 11 : null,
      lines: [{ quantity: 2, unitPrice: money ? 4321 : null, amount: money ? 8642 : null }],
      payment: { status: 'paid', paid: money ? 8643 : null },
      shipTo: { city: '苏州' },
      custom: { colour: 'red' },
    });
    expect(view.customer).toBe(personal ? '王*' : null);
    const decisions = (await client.get(`/orders/${order}/decisions`)).body.items;
    expect('order.total' in decisions[0].facts).toBe(money);
    const why = await client.get(`/decisions/${decisions[0].id}/explanation`);
    const rows = (await client.get('/orders')).body.items;
    const shops = (await client.get('/catalog/shops')).body.items;
    expect(shops[0].region).toBe('east');
    expect('creditLimit' in shops[0]).toBe(reads.includes('credit'));
    const everything = JSON.stringify([view, decisions, why.body, rows]);
    const found = /.{60}(?:8643|4321|86\.43).{20}/.exec(everything)?.[0];
    expect(found === undefined, found).toBe(!money);
    expect(everything).toContain('100');
  });

  test('changes with the answer, in lists, in live news of open screens, and in the audit', async () => {
    const dispatcher = clients.get('dispatcher')!;
    const screen = await listen(server.url, dispatcher);
    const totals = () =>
      screen.frames.flatMap(({ event, data }) => (event === 'order.changed' ? [data.order.total] : []));
    await take('READ-2');
    await within(3000, () => totals().length > 0);
    expect(totals()).toEqual([null]);
    await reading('dispatcher', 'money', true);
    expect((await dispatcher.get('/orders')).body.items[0].total).toBe(8643);
    await take('READ-3');
    await within(3000, () => totals().length > 1);
    expect(totals()).toEqual([null, 8643]);
    await reading('dispatcher', 'money', false);
    expect((await dispatcher.get('/orders')).body.items[0].total).toBeNull();
    screen.socket.disconnect();
    const { items } = (await steward.get('/audit?target=role:dispatcher')).body;
    expect(items[0]).toMatchObject({ ...because, after: { reads: 'money', allow: false } });
  });

  test('an alert in live news comes to each reader of its room with what they may read of its buttons', async () => {
    const operations = clients.get('operations')!;
    const flow = bigOrders('refunds', 100, 'manager', 50);
    Object.assign(flow.nodes[2]!.params, {
      buttons: [{ name: 'hold-order', input: { code: 'other', amount: 777 } }],
    });
    await operations.send('POST', '/flows', { flow });
    expect((await operations.send('POST', '/releases', {})).status).toBe(201);
    const manager = await listen(server.url, clients.get('manager')!);
    await pressed(steward, 'set-roles', {
      target: 'person:planner',
      input: { roles: ['planner', 'manager'] },
      ...because,
    });
    for (const role of ['manager', 'planner']) await reading(role, 'money', false);
    const both = await listen(server.url, await server.signIn('planner'));
    await reading('planner', 'money', true);
    await take('READ-4');
    const inputs = (screen: typeof both) =>
      screen.frames.flatMap(({ event, room, data }) =>
        event === 'alert.raised' && room === 'role:manager' ? [data.buttons[0]?.input] : [],
      );
    await within(3000, () => inputs(manager).length > 0 && inputs(both).length > 0);
    expect(inputs(manager)).toEqual([{ code: 'other' }]);
    expect(inputs(both)).toEqual([{ code: 'other', amount: 777 }]);
    for (const { socket } of [manager, both]) socket.disconnect();
  });

  test('sentences tell amounts to who may read them only, wherever they stand', async () => {
    const id = await take('READ-5');
    const manager = clients.get('manager')!;
    const dispatcher = clients.get('dispatcher')!;
    const [told, discount] = ['¥77', 7700];
    const first = await manager.send(
      'POST',
      '/commands/change-amount',
      { target: `order:${id}`, input: { discount }, ...because, reason: `让 ${told} 给客户` },
      { 'idempotency-key': 'told-1' },
    );
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    await reading('manager', 'money', false);
    await reading('manager', 'credit', false);
    const shy = await manager.send(
      'POST',
      '/commands/change-amount',
      { target: `order:${id}`, input: { discount: discount * 1000 }, ...because },
      { 'idempotency-key': 'told-2' },
    );
    expect(shy.status).toBe(400);
    expect(shy.body.error.message.zh).toContain('¥***');
    const again = await manager.send(
      'POST',
      '/commands/change-amount',
      { target: `order:${id}`, input: { discount }, ...because, reason: `让 ${told} 给客户` },
      { 'idempotency-key': 'told-1' },
    );
    expect(again.body.text.zh).toContain('优惠 ¥*** → ¥***');
    const seen = async (client: ApiClient): Promise<string> =>
      JSON.stringify([
        (await client.get(`/orders/${id}/timeline`)).body,
        (await client.get(`/orders/${id}/decisions`)).body,
        (await manager.get(`/audit?target=order:${id}`)).body,
      ]);
    expect(await seen(dispatcher)).not.toContain(told);
    await reading('manager', 'money', true);
    await reading('manager', 'credit', true);
    expect((await seen(manager)).split(told).length).toBeGreaterThan(4);
  });

  test('of somebody who reads amounts and no credit, only sentences about credit are blotted out', () => {
    const text = { zh: '金额 ¥1,200.50，剩余信用 −¥3', en: 'Amount ¥1,200.50' };
    expect(readableTexts(text, new Set(['credit']))).toEqual({
      zh: '金额 ¥***，剩余信用 −¥***',
      en: 'Amount ¥1,200.50',
    });
    expect(readableTexts(text, new Set(['personal']))).toEqual(text);
  });

  test('a key reads what it was made for', async () => {
    expect((await channel.get(`/orders/${order}`)).body.total).toBe(8643);
    const made = await steward.send('POST', '/keys', {
      name: 'carrier',
      commands: [],
      reads: ['orders'],
      sees: ['personal'],
      ...because,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body.sees).toEqual(['personal']);
    const carrier = apiClient(server.url, { authorization: `Bearer ${made.body.secret}` });
    expect((await carrier.get(`/orders/${order}`)).body).toMatchObject({ total: null, customer: '王*' });
    const [entry] = (await steward.get('/audit?command=create-key&limit=1')).body.items;
    expect(entry.changes).toContainEqual({
      label: { zh: '能看到的内容', en: 'May see' },
      before: null,
      after: { zh: '个人信息', en: 'Personal data' },
    });
  });

  test('whatever an answer marks can be left out without breaking its shape', () => {
    const marked = server.app.routes.flatMap((route) =>
      Object.values(route.answers).flatMap((schema) => (schema === null ? [] : (projectionOf(schema) ?? []))),
    );
    const groupsOf = ({ group, fields, items, byName }: Projection): string[] => [
      ...(group === undefined ? [] : [group]),
      ...(byName === true ? ['by-name'] : []),
      ...[...(fields?.values() ?? [])].flatMap(groupsOf),
      ...(items === undefined ? [] : groupsOf(items)),
    ];
    expect(new Set(marked.flatMap(groupsOf))).toEqual(new Set(['personal', 'money', 'by-name']));
    const secret = { total: 1, lines: [{ unitPrice: 2, amount: 3 }], custom: { due: 4, 'order.total': 5 } };
    const shown = project(secret, projectionOf(orderViewSchema), new Set(['money']));
    expect(shown).toEqual({ total: null, lines: [{ unitPrice: null, amount: null }], custom: {} });
    expect(secret.total).toBe(1);
  });
});

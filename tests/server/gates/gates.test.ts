import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let operations: ApiClient;
let channel: ApiClient & { id: string };

/** Before these buttons: where the conditions hold, stop with this code; where data is missing, a person decides. */
function gate(
  id: string,
  commands: string[],
  conditions: object,
  code = 'credit-exceeded',
  cures?: object[],
) {
  const text = { zh: `不行：{order.number} 共 {order.total}`, en: `No: {order.number} of {order.total}` };
  return {
    id,
    name: { zh: id, en: id },
    rank: 10,
    nodes: [
      { id: 'asked', kind: 'gate', params: { commands } },
      { id: 'check', kind: 'condition-group', params: { conditions } },
      { id: 'no', kind: 'deny', params: { code, text, ...(cures === undefined ? {} : { cures }) } },
    ],
    edges: [
      { from: { node: 'asked', port: 'next' }, to: 'check' },
      { from: { node: 'check', port: 'yes' }, to: 'no' },
    ],
    layout: {},
  };
}
const is = (fact: string, operator: string, value: unknown) => ({ all: [{ fact, operator, value }] });

beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  channel = await server.key(['ingest-order', 'mark-rush', 'ask-gate']);
  const flows = [
    gate('no-large-rush', ['mark-rush'], is('order.total', 'greaterThan', 100_000), 'credit-exceeded', [
      { name: 'set-tag', input: { tag: 'checked' } },
      { name: 'no-such-button' },
    ]),
    gate('no-system-rush', ['mark-rush'], is('change.by', 'equal', 'connector'), 'other'),
    gate('not-sales', ['hold-order'], is('actor.role', 'equal', 'operations')),
    gate('no-other-change', ['set-tag'], is('change.field', 'notEqual', 'other')),
    gate('shipping', ['divert-delivery'], is('order.total', 'greaterThan', 100_000), 'no-stock'),
  ];
  for (const flow of flows) {
    const saved = await operations.send('POST', '/flows', { flow });
    expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  }
  const published = await operations.send('POST', '/releases', {});
  expect(published.status, JSON.stringify(published.body)).toBe(201);
});
afterAll(() => server.close());

let count = 0;
async function order(unitPrice: number, more: object = {}): Promise<string> {
  const sent = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `G-${(count += 1)}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    customer: { externalId: `g${count}`, tier: 'gold' },
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice }],
    ...more,
  });
  return sent.body.results[0].id;
}
const press = (client: ApiClient, name: string, id: string, input: object = {}, more: object = {}) =>
  client.send(
    'POST',
    `/commands/${name}`,
    { target: `order:${id}`, input, ...more },
    { 'idempotency-key': `gate-${(count += 1)}` },
  );
const isRush = async (id: string): Promise<boolean> => (await operations.get(`/orders/${id}`)).body.isRush;

describe('a press at a gate', () => {
  test('is refused with reasons and the buttons that cure it; nothing but the decision is written', async () => {
    const id = await order(200_000);
    const refused = await press(operations, 'mark-rush', id);
    expect(refused.status).toBe(409);
    const { code, message, details } = refused.body.error;
    expect(code).toBe('refused');
    expect(message.zh).toContain('「标记加急」被拦下');
    expect(details.reasons).toEqual([
      {
        code: 'credit-exceeded',
        text: { zh: expect.stringContaining('2,000'), en: expect.stringContaining('2,000') },
        rule: 'no-large-rush/no',
      },
    ]);
    expect(details.cures).toEqual([
      { name: 'set-tag', target: `order:${id}`, input: { tag: 'checked' } },
      { name: 'override-gate', target: `order:${id}`, input: { gate: 'mark-rush' } },
    ]);
    expect(await isRush(id)).toBe(false);
    const decisions = (await operations.get(`/orders/${id}/decisions`)).body.items;
    const decision = decisions.find(({ event }: any) => event === 'gate.mark-rush');
    expect(decision).toMatchObject({ id: details.decision, order: id });
    expect(decision.facts).toMatchObject({ 'actor.role': 'operations', 'order.total': 200_000 });
    const why = await operations.get(`/decisions/${details.decision}/explanation`);
    expect(why.body.rules.find(({ flow }: any) => flow === 'no-large-rush').state).toBe('matched');
    const audit = (await operations.get('/audit?limit=5')).body.items;
    expect(
      audit.find(({ command, refused: no }: any) => command === 'mark-rush' && no !== null),
    ).toBeTruthy();
    const way = (await operations.get(`/orders/${id}/timeline`)).body.items;
    expect(way.at(-1).text.zh).toBe('按「标记加急」之前问关口（发布版本 1）：拦下');
  });

  test('passes when no rule denies, and a repeat of the answer asks nothing again', async () => {
    const id = await order(50_000);
    const passed = await press(operations, 'mark-rush', id);
    expect(passed.status).toBe(200);
    expect(passed.body.decision).toBeTruthy();
    expect(await isRush(id)).toBe(true);
    const again = await press(operations, 'mark-rush', id);
    expect(again.body.result).toMatchObject({ unchanged: true });
    expect(again.body.decision).toBeUndefined();
  });

  test('systems are asked too; any rule that denies wins, and each says why', async () => {
    const small = await press(channel, 'mark-rush', await order(50_000));
    expect(small.body.error.details.reasons).toMatchObject([{ code: 'other', rule: 'no-system-rush/no' }]);
    const large = await press(channel, 'mark-rush', await order(200_000));
    expect(large.body.error.details.reasons.map(({ code }: any) => code)).toEqual([
      'credit-exceeded',
      'other',
    ]);
  });

  test('missing data is no yes: the gate stays shut until a person has looked', async () => {
    const priceless = await channel.send('POST', '/orders', {
      channel: 'taobao',
      externalId: `G-${(count += 1)}`,
      placedAt: '2025-12-12T00:03:11+08:00',
      lines: [{ sku: 'BRK-1', quantity: 1 }],
    });
    const shut = await press(operations, 'mark-rush', priceless.body.results[0].id);
    expect(shut.status).toBe(409);
    expect(shut.body.error.details.reasons).toMatchObject([
      { code: 'manual-review', rule: expect.any(String) },
    ]);
  });

  test('knows who presses and what the press would change', async () => {
    const id = await order(1000);
    expect((await press(operations, 'hold-order', id, { code: 'no-stock' })).status).toBe(409);
    const tagged = await press(operations, 'set-tag', id, { tag: 'a' });
    expect(tagged.status, JSON.stringify(tagged.body)).toBe(200);
  });

  test('buttons that would be refused are grey and say why', async () => {
    const id = await order(200_000);
    const { body } = await operations.get(`/commands?target=order:${id}`);
    const rush = body.items.find(({ name }: any) => name === 'mark-rush');
    expect(rush).toMatchObject({ enabled: false, why: { zh: expect.stringContaining('被拦下') } });
    expect((await operations.get(`/orders/${id}/decisions`)).body.items).toHaveLength(1);
  });
});

describe('an override', () => {
  const given = { reason: '客户总监来电', voucher: 'CALL-1' };

  test('lets the named button pass once for that order, with reason and voucher', async () => {
    const [id, other] = [await order(200_000), await order(200_000)];
    expect((await press(operations, 'override-gate', id, { gate: 'mark-rush' })).status).toBe(400);
    const keeper = await server.signIn('keeper');
    expect((await press(keeper, 'override-gate', id, { gate: 'mark-rush' }, given)).status).toBe(403);
    const approver = await server.signIn('approver');
    const let1 = await press(approver, 'override-gate', id, { gate: 'mark-rush' }, given);
    expect(let1.status, JSON.stringify(let1.body)).toBe(200);
    expect((await press(operations, 'mark-rush', other)).status).toBe(409);
    expect((await press(operations, 'mark-rush', id)).status).toBe(200);
    expect(await isRush(id)).toBe(true);
    const types = (await operations.get(`/orders/${id}/timeline`)).body.items.map(({ type }: any) => type);
    expect(types).toEqual(expect.arrayContaining(['gate-overridden', 'gate-passed']));
    expect(await server.app.store.collection('gatePasses').countDocuments({ order: id })).toBe(0);
  });

  test('of two presses at once one uses it', async () => {
    const id = await order(200_000);
    await press(operations, 'override-gate', id, { gate: 'hold-order' }, given);
    await press(operations, 'override-gate', id, { gate: 'mark-rush' }, given);
    const pressed = await Promise.all([press(operations, 'mark-rush', id), press(channel, 'mark-rush', id)]);
    expect(
      pressed.filter(({ body }) => body.result?.unchanged !== true && body.result !== undefined),
    ).toHaveLength(1);
    expect(await server.app.store.collection('gatePasses').countDocuments({ order: id })).toBe(1);
  });
});

describe('asking ahead', () => {
  const ask = (command: string, body: object, client: ApiClient = channel) =>
    client.send('POST', `/gates/${command}`, body);

  test('answers as the press would be, keeps the decision and presses nothing', async () => {
    const id = await order(200_000);
    const no = await ask('mark-rush', { target: `order:${id}` }, operations);
    expect(no.body).toMatchObject({
      allow: false,
      reasons: [{ code: 'credit-exceeded' }],
      decision: expect.any(String),
    });
    const yes = await ask('mark-rush', { target: `order:${await order(50_000)}` }, operations);
    expect(yes.body).toMatchObject({ allow: true, reasons: [], cures: [], decision: expect.any(String) });
    expect(await isRush(id)).toBe(false);
    const kept = (await operations.get(`/orders/${id}/decisions`)).body.items.map(({ id: one }: any) => one);
    expect(kept).toContain(no.body.decision);
  });

  test('takes buttons that are pressed elsewhere only, and who presses them there', async () => {
    const large = `order:${await order(200_000)}`;
    expect((await ask('divert-delivery', { target: large })).body).toMatchObject({
      allow: false,
      reasons: [{ code: 'no-stock', rule: 'shipping/no' }],
    });
    expect((await ask('refund', { target: large })).body).toEqual({
      allow: true,
      decision: null,
      reasons: [],
      cures: [],
    });
    const input = { code: 'no-stock' };
    const as = (role: string) => ask('hold-order', { target: large, input, actor: { role } });
    expect((await as('operations')).body.allow).toBe(false);
    expect((await as('sales')).body.allow).toBe(true);
  });

  test('does not use an override up', async () => {
    const id = await order(200_000);
    await press(operations, 'override-gate', id, { gate: 'mark-rush' }, { reason: 'r', voucher: 'v' });
    expect((await ask('mark-rush', { target: `order:${id}` })).body.allow).toBe(true);
    expect((await press(operations, 'mark-rush', id)).status).toBe(200);
  });

  test('what cannot be asked is said in words', async () => {
    const id = await order(1000);
    const [unknown, gone, wrong, nobody] = [
      await ask('fly', { target: `order:${id}` }),
      await ask('mark-rush', { target: 'order:nothing' }),
      await ask('hold-order', { target: `order:${id}`, input: { code: 'mood' } }),
      await ask('mark-rush', { target: `order:${id}` }, server.nobody),
    ];
    expect([unknown.status, gone.status, wrong.status, nobody.status]).toEqual([400, 404, 400, 401]);
    expect(wrong.body.error.message.zh).toMatch(/\p{Script=Han}/u);
  });
});

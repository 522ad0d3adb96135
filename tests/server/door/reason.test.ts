import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Actor } from '../../../server/door/actor.ts';
import { defineHandler, type CommandHandler } from '../../../server/door/handler.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import type { ApiClient } from '../../support/api.ts';
import { openWay } from '../../support/way.ts';

interface Given {
  reason?: string;
  voucher?: string;
}

/** Nothing, blanks of all kinds, marks alone. */
const empty = fc.oneof(
  fc.constant(undefined),
  fc.stringMatching(/^[ \t\n\u3000\u200b\u00a0.,;:!?。，、；：！？…—-]{0,12}$/),
);
const real = fc.constantFrom('客户要求', 'asked by phone', '录入错误 3', 'T-20251212-7', '0');
const incomplete: fc.Arbitrary<Given> = fc
  .record({ reason: fc.oneof(empty, real), voucher: fc.oneof(empty, real) })
  .map(({ reason, voucher }) => ({
    ...(reason === undefined ? {} : { reason }),
    ...(voucher === undefined ? {} : { voucher }),
  }))
  .filter(({ reason = '', voucher = '' }) => !/[\p{L}\p{N}]/u.test(reason) || !/[\p{L}\p{N}]/u.test(voucher));

const asked = [...vocabulary.commands.values()].filter(({ needsReason }) => needsReason);

describe('every button that asks for reason and voucher', () => {
  /** Stands in for each: notes that it took effect. */
  const handlers = asked.map(
    ({ name }) =>
      defineHandler({
        name,
        needs: () => [],
        plan: (press) => ({
          changes: [{ put: 'credits', document: { _id: press.id } }],
          result: {},
          text: { zh: '做了', en: 'done' },
        }),
      }) as CommandHandler,
  );
  /** A person; and others that press for one. */
  const pressers: Actor[] = [
    {
      kind: 'person',
      id: 'person:all',
      name: { zh: '全', en: 'All' },
      roles: ['operations', 'approver'],
      warehouse: null,
    },
    { kind: 'job', id: 'person:all', name: { zh: '全', en: 'All' }, roles: [], warehouse: null },
    { kind: 'system', id: 'person:all', name: { zh: '全', en: 'All' }, roles: [], warehouse: null },
  ];
  let way: Awaited<ReturnType<typeof openWay>>;
  beforeAll(async () => {
    way = await openWay({ handlers });
  });
  afterAll(() => way.close());

  /** For each button an input it takes. */
  const samples: Readonly<Record<string, object>> = {
    'adjust-stock': { delta: 1 },
    'apply-import': { import: 'import-1' },
    'block-stock': { quantity: 1 },
    'unblock-stock': { quantity: 1 },
    'set-protection': { layer: 'gold', quantity: 1 },
    'set-cap': { sku: 'BRK-2041', quantity: 1 },
    'change-address': { shipTo: { province: '江苏省', city: '苏州市', street: '工业园区星湖街 1 号' } },
    'change-amount': { discount: 100 },
    'change-delivery-date': { requestedDelivery: '2025-12-14T18:00:00+08:00' },
    'change-lines': { lines: [{ lineId: '1', sku: 'BRK-2041', quantity: 1 }] },
    'create-key': { name: 'ERP', commands: ['ingest-order'] },
    'create-person': { username: 'zhang', name: '张', roles: ['keeper'] },
    'grant-button': { button: 'set-tag', allow: true },
    'grant-reading': { group: 'money', allow: true },
    'lift-hold': { code: 'other' },
    'override-gate': { gate: 'release-order' },
    'record-payment': { amount: 100, method: 'alipay' },
    'set-roles': { roles: ['keeper'] },
  };
  const call = ({ name, target }: (typeof asked)[number], given: Given) => ({
    name,
    ...(target.length === 0 ? {} : { target: `${target[0]}:x` }),
    input: samples[name] ?? {},
    ...given,
  });

  test('is refused at the door without them, whoever presses for a person; and takes effect with them', async () => {
    expect(asked.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...asked),
        fc.constantFrom(...pressers),
        incomplete,
        async (command, actor, given) => {
          const before = await way.store.collection('credits').countDocuments({});
          // Of those who have the button: whom it is refused otherwise is asked for no reason.
          const roles = actor.kind === 'person' ? command.roles : [];
          const answer = await way.door.execute(call(command, given), { ...actor, roles: [...roles] });
          expect(answer).toMatchObject({ ok: false, refusal: { code: 'reason-missing' } });
          expect(await way.store.collection('credits').countDocuments({})).toBe(before);
        },
      ),
      { numRuns: 100 },
    );
    for (const command of asked) {
      const given = { reason: '客户要求', voucher: 'T-1' };
      const done = await way.door.execute(call(command, given), {
        ...pressers[0]!,
        roles: [...command.roles],
      });
      expect(done, command.name).toMatchObject({ ok: true });
    }
    const kept = await way.store.collection('audit').find({ refused: null }).toArray();
    expect(kept.map(({ reason, voucher }) => [reason, voucher])).toEqual(
      asked.map(() => ['客户要求', 'T-1']),
    );
  });
});

describe('the calls of a running server', () => {
  let server: TestServer;
  let operations: ApiClient;
  let order: string;
  beforeAll(async () => {
    server = await startServer();
    operations = await server.signIn('operations');
    const flow = bigOrders('big', 100);
    await operations.send('PUT', '/flows/big', { flow, version: 0 });
    await operations.send('POST', '/releases', {});
    const key = await server.key(['ingest-order']);
    const sent = {
      channel: 'taobao',
      externalId: 'R-1',
      placedAt: new Date().toISOString(),
      lines: [{ sku: 'A', quantity: 1 }],
    };
    order = (await key.send('POST', '/orders', sent)).body.results[0].id;
    await operations.send(
      'POST',
      '/commands/hold-order',
      { target: `order:${order}`, input: { code: 'other' } },
      { 'idempotency-key': 'hold' },
    );
  }, 60_000);
  afterAll(() => server.close());

  test('refuse the same, however the press is spelt', async () => {
    let number = 0;
    const key = () => ({ 'idempotency-key': `r${++number}` });
    const lift = (given: Given) =>
      operations.send(
        'POST',
        '/commands/lift-hold',
        { target: `order:${order}`, input: { code: 'other' }, ...given },
        key(),
      );
    const ways: ((given: Given) => Promise<{ status: number; body: any }>)[] = [
      lift,
      (given) => operations.send('POST', '/releases/1/activate', given, key()),
      (given) =>
        operations.send(
          'POST',
          '/commands/activate-release',
          { target: 'release:1', input: {}, ...given },
          key(),
        ),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ways), incomplete, async (send, given) => {
        const { status, body } = await send(given);
        expect([status, body.error.code]).toEqual([400, 'reason-missing']);
      }),
      { numRuns: 30 },
    );
    const audit = server.app.store.collection('audit');
    expect(await audit.countDocuments({ command: { $in: ['lift-hold', 'activate-release'] } })).toBe(0);
    expect(await lift({ reason: '客户已付款', voucher: 'T-9' })).toMatchObject({ status: 200 });
    expect(await audit.findOne({ command: 'lift-hold' })).toMatchObject({
      reason: '客户已付款',
      voucher: 'T-9',
    });
    const long = await lift({ reason: 'x'.repeat(501), voucher: 'T-9' });
    expect([long.status, long.body.error.code]).toEqual([400, 'bad-input']);
  });

  test('offer reasons to choose from: the button’s own list, the company’s, else those of the product', async () => {
    const reasons = async (command: string) => (await operations.get(`/reasons?command=${command}`)).body;
    const first = await reasons('lift-hold');
    expect(first.list).toBe(null);
    expect(first.items).toContainEqual({ zh: '客户要求', en: 'The customer asked for it' });
    const steward = await server.signIn('steward');
    const lists = [
      { id: 'change-reasons', entries: ['客户改主意'] },
      { id: 'change-reasons-lift-hold', entries: ['财务已放行'] },
    ];
    expect((await steward.send('PUT', '/catalog/lists', { items: lists })).status).toBe(200);
    expect(await reasons('lift-hold')).toEqual({
      items: [{ zh: '财务已放行', en: '财务已放行' }],
      list: 'change-reasons-lift-hold',
    });
    expect((await reasons('change-address')).list).toBe('change-reasons');
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfEntry } from '../../../server/audit/audit-entry.ts';
import { bodyOf } from '../../../server/decisions/decision.ts';
import { injectFaults, type Fault } from '../../support/faults.ts';
import { anOrder, connector, flow, openWay, person, release } from '../../support/way.ts';

const alert = (kind: string, role: string) => ({
  kind: 'raise-alert',
  params: {
    kind,
    level: 'warn',
    to: [{ role }],
    text: { zh: '订单 {order.number} 请看', en: 'See {order.number}' },
  },
});
const over = (value: number) => ({ all: [{ fact: 'order.total', operator: 'greaterThan', value }] });
const always = { all: [{ fact: 'order.lineCount', operator: 'greaterThan', value: 0 }] };

const rules = release(
  7,
  flow('large', 'order.received', over(500_000), [
    { kind: 'hold-order', params: { code: 'other' } },
    alert('other', 'operations'),
    { kind: 'set-tag', params: { tag: '大额' } },
  ]),
  flow('rush-asked', 'rush.requested', always, [
    { kind: 'mark-rush', params: {} },
    alert('rush-granted', 'keeper'),
  ]),
  flow(
    'twice',
    'order.received',
    { all: [{ fact: 'customer.ordersLast24h', operator: 'greaterThan', value: 1 }] },
    [{ kind: 'hold-order', params: { code: 'duplicate-customer' } }],
  ),
);

let ways: Awaited<ReturnType<typeof openWay>>[];
const faults: Fault[] = [];
beforeAll(async () => {
  const first = await openWay({ release: rules });
  ways = [first, await openWay({ uri: first.uri, release: rules })];
  for (const { store } of ways) injectFaults(store, () => faults.shift() ?? 'none');
});
afterAll(() => Promise.all(ways.map((way) => way.close())));

const send = async (input: unknown, door = 0, more: Record<string, unknown> = {}): Promise<any> => {
  const executed = await ways[door]!.door.execute({ name: 'ingest-order', input, ...more }, connector);
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  return executed.outcome.result;
};
const find = (name: string, where: object): Promise<any[]> =>
  ways[0]!.store
    .collection(name)
    .find(where as never)
    .toArray();
const large = { lines: [{ sku: 'BRK-1', quantity: 20, unitPrice: 50_000 }] };

describe('an order', () => {
  test('is taken in with decision, effects, alert, history and audit', async () => {
    const sent = anOrder(large);
    const result = await send(sent);
    expect(result).toMatchObject({
      status: 'accepted',
      state: 'received',
      holds: [{ code: 'other', until: null }],
      decision: {
        release: 7,
        events: [{ type: 'hold-order' }, { type: 'set-tag' }, { type: 'raise-alert' }],
      },
    });
    const [order] = await find('orders', { _id: result.id });
    expect(order).toMatchObject({ total: 1_000_000, tags: ['大额'], alerts: 1, held: true });
    const [decision] = await find('decisions', { _id: result.decision.id });
    expect(decision).toMatchObject({ release: 7, releaseHash: rules.hash, event: 'order.received' });
    expect(bodyOf(decision).facts).toMatchObject({
      'order.total': 1_000_000,
      'order.number': sent.externalId,
    });
    expect(bodyOf(decision).matched.map(({ rule }) => rule)).toEqual([
      'large/act1',
      'large/act2',
      'large/act3',
    ]);
    const [raised] = await find('alerts', { _id: result.alerts[0] });
    expect(raised).toMatchObject({
      rooms: ['role:operations'],

      text: { zh: `订单 ${sent.externalId} 请看` },
      source: { release: 7, flow: 'large', node: 'act2', decision: result.decision.id },
    });
    const history = await find('orderHistory', { order: result.id });
    expect(history.map(({ type }) => type).sort()).toEqual([
      'alert-raised',
      'held',
      'order.received',
      'tagged',
    ]);
    const audit = await find('audit', { target: `order:${result.id}` });
    expect(audit.map(({ command }) => command).sort()).toEqual([
      'hold-order',
      'ingest-order',
      'raise-alert',
      'set-tag',
    ]);
    for (const entry of audit) expect(hashOfEntry(entry)).toBe(entry.hash);
    expect(audit.find(({ command }) => command === 'set-tag')).toMatchObject({
      actor: expect.stringMatching(/^rule:7\/large\//),
      decision: result.decision.id,
    });
  });

  test('marked rush is decided twice, one after the other', async () => {
    const result = await send(anOrder({ rush: true }));
    const decisions = await find('decisions', { subject: `order:${result.id}` });
    expect(decisions.map(({ event }) => event)).toEqual(['order.received', 'rush.requested']);
    const [order] = await find('orders', { _id: result.id });
    expect(order).toMatchObject({ isRush: true, rushRequested: true });
    expect(result.alerts).toHaveLength(1);
  });

  test('sent again is repeated and changes nothing, with other content too', async () => {
    const sent = anOrder(large);
    const first = await send(sent);
    const [before] = await find('orders', { _id: first.id });
    const again = await send(sent);
    expect(again).toEqual({ ...first, status: 'repeated' });
    // The order of fields is no difference.
    expect(await send(Object.fromEntries(Object.entries(sent).reverse()))).not.toHaveProperty('differs');
    expect(await send({ ...sent, discount: 5 })).toEqual({ ...first, status: 'repeated', differs: true });
    expect((await find('orders', { _id: first.id }))[0]).toEqual(before);
    expect(await find('alerts', { order: first.id })).toHaveLength(1);
  });

  test('sent to two processes at once is taken in once', async () => {
    for (let round = 0; round < 15; round++) {
      const sent = anOrder(large);
      const results = await Promise.all([send(sent, 0), send(sent, 1)]);
      expect(results.map(({ status }) => status).sort()).toEqual(['accepted', 'repeated']);
      expect(await find('decisions', { subject: `order:${results[0].id}` })).toHaveLength(1);
      expect(await find('alerts', { order: results[0].id })).toHaveLength(1);
    }
  });

  test('of the same channel number twice in one group is taken in once', async () => {
    const sent = anOrder();
    const results = await Promise.all(Array.from({ length: 5 }, () => send(sent)));
    expect(results.map(({ status }) => status)).toEqual(['accepted', ...Array(4).fill('repeated')]);
  });
});

describe('two orders of one person at the same moment', () => {
  test('see each other, whichever process takes them in', async () => {
    for (let round = 0; round < 15; round++) {
      const customer = { phone: `+86 139 0000 ${String(1000 + round)}` };
      const results = await Promise.all([
        send(anOrder({ customer, channel: 'taobao' }), 0),
        send(anOrder({ customer: { phone: `139-0000-${1000 + round}` }, channel: 'jd' }), 1),
      ]);
      const held = results.filter(({ holds }) =>
        holds.some(({ code }: any) => code === 'duplicate-customer'),
      );
      expect(held).toHaveLength(1);
    }
  });
});

describe('whatever fails on the way', () => {
  test('order, decision, effects, alerts and audit are there together or not at all', async () => {
    const orders = fc.array(
      fc.record({ big: fc.boolean(), rush: fc.boolean(), door: fc.nat(1), twice: fc.boolean() }),
      { minLength: 3, maxLength: 12 },
    );
    const planned = fc.array(fc.constantFrom<Fault[]>('none', 'conflict', 'lost-answer'), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(orders, planned, async (wanted, faultList) => {
        faults.splice(0, faults.length, ...faultList);
        const sent = wanted.map((one) => ({
          ...one,
          order: anOrder({ ...(one.big ? large : {}), rush: one.rush }),
        }));
        await Promise.all(
          sent.flatMap(({ order, door, twice }) =>
            twice ? [send(order, door), send(order, 1 - door)] : [send(order, door)],
          ),
        );
        for (const { order, big, rush, twice } of sent) {
          const [stored] = await find('orders', { externalId: order.externalId });
          const subject = `order:${stored._id}`;
          expect(await find('decisions', { subject })).toHaveLength(rush ? 2 : 1);
          expect(await find('alerts', { order: stored._id })).toHaveLength((big ? 1 : 0) + (rush ? 1 : 0));
          expect(stored.holds.map(({ code }: any) => code)).toEqual(big ? ['other'] : []);
          expect(stored.isRush).toBe(rush);
          expect(await find('orderHistory', { order: stored._id })).toHaveLength(stored.history);
          expect(await find('audit', { target: subject })).toHaveLength(
            (twice ? 2 : 1) + (big ? 3 : 0) + (rush ? 2 : 0),
          );
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('personal data', () => {
  test('is nowhere in the store in plain text, and masked when read', async () => {
    const secrets = [
      '13912345678',
      '欧阳锋',
      '长江路 88 号',
      '32050119900101123X',
      'device-7f3a',
      'VIN12345',
    ];
    const [phone, name, street, idNumber, deviceId, vin] = secrets;
    const sent = anOrder({
      ...large,
      customer: { name, phone, idNumber, deviceId },
      shipTo: { province: '江苏省', city: '苏州', district: '吴中区', street, contact: name, phone },
      vehicle: { brand: 'A', vin },
      note: `到了打 ${phone}`,
      custom: { buyerPhone: phone, size: 'L' },
    });
    const result = await send(sent);
    for (const name of await ways[0]!.store.database().listCollections().toArray()) {
      const text = JSON.stringify(await ways[0]!.all(name.name));
      for (const secret of secrets) expect(text.includes(secret!), `${secret} in ${name.name}`).toBe(false);
    }
    const [order] = await find('orders', { _id: result.id });
    expect(order.masked).toEqual({ name: '欧*', phone: '139****5678', address: '江苏省苏州****' });
    expect(order.note).toBe('到了打 139****5678');
    expect(order.custom).toEqual({ buyerPhone: '139****5678', size: 'L' });
    expect(ways[0]!.vault.open(order.sealed, order._id)).toMatchObject({
      customer: { phone, idNumber },
      vin,
    });
    expect(() => ways[0]!.vault.open(order.sealed, 'another')).toThrow();
  });
});

describe('an order whose data is too much for one decision', () => {
  test('is accepted and waits for a person', async () => {
    const custom = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`f${index}`, 'x'.repeat(2000)]),
    );
    const result = await send(anOrder({ custom }));
    expect(result).toMatchObject({ status: 'accepted', holds: [{ code: 'manual-review' }] });
    expect(result.alerts).toHaveLength(1);
  });
});

describe('people at the same order', () => {
  test('tag, fill, hold and lift it, with alerts about the hold resolved', async () => {
    const { id, alerts } = await send(anOrder(large));
    const press = (name: string, input: object, more: object = {}) =>
      ways[0]!.door.execute({ name, target: `order:${id}`, input, ...more }, person('operations'));
    expect(await press('lift-hold', { code: 'other' })).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    const evidence = { reason: '电话确认', voucher: 'TEL-1' };
    expect(await press('lift-hold', { code: 'no-stock' }, evidence)).toMatchObject({
      refusal: { code: 'refused' },
    });
    expect(await press('lift-hold', { code: 'other' }, evidence)).toMatchObject({ ok: true });
    expect(await press('set-field', { field: 'custom.colour', value: '13912345678' })).toMatchObject({
      ok: true,
    });
    const [order] = await find('orders', { _id: id });
    expect(order).toMatchObject({ holds: [], held: false, custom: { colour: '139****5678' } });
    const [raised] = await find('alerts', { _id: alerts[0] });
    expect(raised).toMatchObject({ state: 'resolved', open: false });
    const [lifted] = await find('audit', { target: `order:${id}`, command: 'lift-hold', refused: null });
    expect(lifted).toMatchObject({ reason: '电话确认', voucher: 'TEL-1', actor: 'person:operations' });
  });
});

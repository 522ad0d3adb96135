import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf } from '../../../server/decisions/decision.ts';
import { anOrder, connector, flow, openWay, person, release } from '../../support/way.ts';

const tell = { level: 'info', to: [{ role: 'sales' }], text: { zh: '{order.number}', en: '{order.number}' } };
const changed = (field: string) => ({ all: [{ fact: 'change.field', operator: 'equal', value: field }] });
const rules = release(
  3,
  flow('date', 'order.changed', { all: [{ fact: 'change.daysLater', operator: 'lessThan', value: 0 }] }, [
    { kind: 'raise-alert', params: { ...tell, kind: 'promise-at-risk' } },
  ]),
  flow('address', 'order.changed', changed('shipTo'), [
    { kind: 'hold-order', params: { code: 'address-problem' } },
  ]),
  flow('amount', 'order.changed', { all: [{ fact: 'change.amountBy', operator: 'greaterThan', value: 0 }] }, [
    { kind: 'set-tag', params: { tag: 'dearer' } },
  ]),
  flow('paid', 'payment.changed', { all: [{ fact: 'payment.due', operator: 'equal', value: 0 }] }, [
    { kind: 'lift-hold', params: { code: 'awaiting-payment' } },
  ]),
  flow(
    'unpaid',
    'order.received',
    { all: [{ fact: 'payment.status', operator: 'equal', value: 'unpaid' }] },
    [
      { kind: 'hold-order', params: { code: 'awaiting-payment' } },
      { kind: 'raise-alert', params: { ...tell, kind: 'awaiting-payment' } },
    ],
  ),
  flow(
    'again',
    'order.received',
    { all: [{ fact: 'customer.ordersLast24h', operator: 'greaterThan', value: 1 }] },
    [{ kind: 'hold-order', params: { code: 'duplicate-customer' } }],
  ),
);

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay({ release: rules });
});
afterAll(() => way.close());

const ingest = async (input: unknown): Promise<any> => {
  const executed = await way.door.execute({ name: 'ingest-order', input }, connector);
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  return executed.outcome.result;
};
let number = 0;
const event = (type: string, data: object, more: object = {}) => ({
  type,
  id: `e-${++number}`,
  occurredAt: new Date().toISOString(),
  data,
  ...more,
});
const execute = (input: unknown) => way.door.execute({ name: 'record-event', input }, connector);
const send = async (input: unknown): Promise<any> => {
  const executed = await execute(input);
  if (!executed.ok)
    throw new Error(`${executed.refusal.code} ${executed.refusal.path} ${executed.refusal.message.en}`);
  return executed.outcome.result;
};
const order = async (id: string): Promise<any> =>
  way.store.collection('orders').findOne({ _id: id } as never);
const unpaid = { payment: { status: 'unpaid', paid: 0 } };

describe('a change of the delivery date', () => {
  test('is applied and decided, with how much earlier it is', async () => {
    const sent = anOrder({ requestedDelivery: '2026-12-14T18:00:00+08:00' });
    const { id } = await ingest(sent);
    const data = {
      order: { channel: sent.channel, externalId: sent.externalId },
      requestedDelivery: '2026-12-12T09:00:00+08:00',
    };
    const answer = await send(event('order.changed', data));
    expect(answer).toMatchObject({
      status: 'accepted',
      alerts: [expect.any(String)],
      decision: { release: 3 },
    });
    expect((await order(id)).requestedDelivery).toBe(Date.parse(data.requestedDelivery));
    const stored: any = await way.store.collection('decisions').findOne({ _id: answer.decision.id } as never);
    expect(bodyOf(stored).facts).toMatchObject({
      'event.type': 'order.changed',
      'change.field': 'requestedDelivery',
      'change.by': 'connector',
      'change.daysLater': -2,
    });
  });

  test('that is older than what is known is recorded, not applied', async () => {
    const { id } = await ingest(anOrder({ requestedDelivery: '2026-12-14T18:00:00+08:00' }));
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const date = (day: number) => `2026-12-${day}T18:00:00+08:00`;
    await send(event('order.changed', { order: id, requestedDelivery: date(20) }, { occurredAt: at(0) }));
    const older = await send(
      event('order.changed', { order: id, requestedDelivery: date(10) }, { occurredAt: at(-5) }),
    );
    expect(older).toMatchObject({ status: 'recorded', alerts: [] });
    expect((await order(id)).requestedDelivery).toBe(Date.parse(date(20)));
    const history = await way.store.collection('orderHistory').find({ order: id }).toArray();
    expect(history.map(({ type }) => type)).toContain('event-recorded');
    // Another part of the order has its own time.
    const note = await send(event('order.changed', { order: id, note: '门口放' }, { occurredAt: at(-5) }));
    expect(note.status).toBe('accepted');
  });
});

describe('other changes', () => {
  test('address and amount are told apart, the address stays sealed', async () => {
    const { id } = await ingest(
      anOrder({ shipTo: { province: '江苏省', city: '苏州', street: '旧路 1 号' } }),
    );
    const answer = await send(
      event('order.changed', {
        order: id,
        shipTo: { province: '江苏省', city: '苏州', street: '新路 2 号' },
        lines: [{ sku: 'BRK-1', quantity: 3, unitPrice: 50_000 }],
      }),
    );
    expect(answer.holds).toMatchObject([{ code: 'address-problem' }]);
    const stored = await order(id);
    expect(stored).toMatchObject({ total: 150_000, quantity: 3, tags: ['dearer'] });
    expect(JSON.stringify(stored)).not.toContain('新路');
    expect(way.vault.open(stored.sealed, id)).toMatchObject({ shipTo: { street: '新路 2 号' } });
  });

  test('a payment lifts what waited for it and resolves its alert', async () => {
    const { id, holds, alerts } = await ingest(anOrder(unpaid));
    expect(holds).toMatchObject([{ code: 'awaiting-payment' }]);
    const answer = await send(
      event('payment.changed', { order: id, payment: { status: 'paid', paid: 100_000 } }),
    );
    expect(answer.holds).toEqual([]);
    expect(await way.store.collection('alerts').findOne({ _id: alerts[0] } as never)).toMatchObject({
      state: 'resolved',
      open: false,
    });
  });

  test('a cancelled order waits for nothing, counts for nothing and stays cancelled', async () => {
    const customer = { phone: '13711112222' };
    const { id } = await ingest(anOrder({ ...unpaid, customer }));
    expect((await ingest(anOrder({ customer }))).holds).toMatchObject([{ code: 'duplicate-customer' }]);
    expect(await send(event('order.cancelled', { order: id }))).toMatchObject({
      status: 'accepted',
      holds: [],
    });
    const { id: second } = await ingest(anOrder({ customer }));
    const counts = await way.store.collection('decisions').findOne({ subject: `order:${second}` });
    expect(bodyOf(counts as any).facts).toMatchObject({ 'customer.ordersLast24h': 2 });
    expect(await send(event('order.shipped', { order: id }))).toMatchObject({ status: 'recorded' });
    expect((await order(id)).state).toBe('cancelled');
    expect(await send(event('order.changed', { order: id, note: 'x' }))).toMatchObject({
      status: 'recorded',
    });
  });

  test('credit in use follows payments and cancellations', async () => {
    const onAccount = { repairShop: 'SHOP-9', payment: { status: 'on_account', paid: 0 } };
    const used = async () =>
      ((await way.store.collection('credits').findOne({ _id: 'shop:SHOP-9' } as never)) as any)?.used;
    const first = await ingest(anOrder(onAccount));
    const second = await ingest(anOrder(onAccount));
    expect(await used()).toBe(200_000);
    await send(event('payment.changed', { order: first.id, payment: { paid: 40_000 } }));
    expect(await used()).toBe(160_000);
    await send(event('order.cancelled', { order: second.id }));
    expect(await used()).toBe(60_000);
  });
});

describe('an event', () => {
  test('sent again has its effect once; another one under its id is refused', async () => {
    const { id } = await ingest(anOrder({ requestedDelivery: '2026-12-14T18:00:00+08:00' }));
    const sent = event('order.changed', { order: id, requestedDelivery: '2026-12-11T18:00:00+08:00' });
    const first = await send(sent);
    const results = await Promise.all([send(sent), send(sent)]);
    for (const again of results) expect(again).toEqual({ ...first, status: 'repeated' });
    expect(await way.store.collection('alerts').find({ order: id }).toArray()).toHaveLength(1);
    const other = { ...sent, data: { ...sent.data, requestedDelivery: '2026-12-10T18:00:00+08:00' } };
    expect(await execute(other)).toMatchObject({ refusal: { code: 'key-reused', path: 'id' } });
  });

  test('that cannot be taken says where and why', async () => {
    const { id } = await ingest(anOrder());
    const refusal = async (input: unknown): Promise<any> => {
      const executed = await execute(input);
      return executed.ok ? null : { code: executed.refusal.code, path: executed.refusal.path };
    };
    expect(await refusal(event('stock.changed', { order: id }))).toEqual({ code: 'bad-input', path: 'type' });
    expect(await refusal(event('constructor', { order: id }))).toEqual({ code: 'bad-input', path: 'type' });
    expect(await refusal(event('order.shipped', {}))).toMatchObject({ code: 'bad-input' });
    expect(await refusal(event('order.shipped', { order: 'nowhere' }))).toEqual({
      code: 'not-found',
      path: 'data.order',
    });
    expect(await refusal(event('order.changed', { order: id, lines: [{ sku: 'A', quantity: 0 }] }))).toEqual({
      code: 'bad-input',
      path: 'data.lines[0].quantity',
    });
    const twice = [
      { sku: 'A', quantity: 1, lineId: '1' },
      { sku: 'A', quantity: 1, lineId: '1' },
    ];
    expect(await refusal(event('order.changed', { order: id, lines: twice }))).toEqual({
      code: 'bad-input',
      path: 'data.lines[1].lineId',
    });
    expect(await refusal(event('order.changed', { order: id, repairShop: 'X' }))).toMatchObject({
      code: 'bad-input',
    });
    const late = { occurredAt: new Date(Date.now() + 3 * 86_400_000).toISOString() };
    expect(await refusal(event('order.shipped', { order: id }, late))).toEqual({
      code: 'bad-input',
      path: 'occurredAt',
    });
    expect(
      await way.door.execute(
        { name: 'record-event', input: event('order.shipped', { order: id }) },
        person('sales'),
      ),
    ).toMatchObject({ refusal: { code: 'not-your-button' } });
  });
});

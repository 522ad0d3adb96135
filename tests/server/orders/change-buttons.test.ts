import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyOf } from '../../../server/decisions/decision.ts';
import type { PersonalPart } from '../../../server/orders/build-order.ts';
import { byTelephone } from '../../support/press.ts';
import { anOrder, connector, flow, openWay, person, release } from '../../support/way.ts';

const is = (fact: string, value: unknown) => ({ all: [{ fact, operator: 'equal', value }] });
const rules = release(
  4,
  flow('date', 'order.changed', { all: [{ fact: 'change.daysLater', operator: 'greaterThan', value: 1 }] }, [
    { kind: 'set-tag', params: { tag: 'later' } },
  ]),
  flow('address', 'order.changed', is('change.field', 'shipTo'), [
    { kind: 'set-tag', params: { tag: 'moved' } },
  ]),
  flow('lines', 'order.changed', is('change.field', 'lines'), [
    { kind: 'hold-order', params: { code: 'manual-review' } },
  ]),
  flow('amount', 'order.changed', { all: [{ fact: 'change.amountBy', operator: 'lessThan', value: 0 }] }, [
    { kind: 'set-tag', params: { tag: 'cheaper' } },
  ]),
  flow('paid', 'payment.changed', is('payment.due', 0), [{ kind: 'confirm-order', params: {} }]),
  flow('yes-rush', 'rush.requested', is('payment.status', 'paid'), [{ kind: 'mark-rush', params: {} }]),
  flow('no-rush', 'rush.requested', is('payment.status', 'unpaid'), [
    { kind: 'refuse-rush', params: { text: '还没付款 {order.number}' } },
  ]),
  flow('cancelled', 'order.cancelled', is('order.state', 'cancelled'), [
    {
      kind: 'raise-alert',
      params: { kind: 'other', level: 'info', to: [{ role: 'sales' }], text: { zh: '取消', en: 'gone' } },
    },
  ]),
  flow('released', 'order.released', is('order.state', 'released'), [
    { kind: 'set-tag', params: { tag: 'seen-released' } },
  ]),
);

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay({ release: rules });
});
afterAll(() => way.close());

async function ingest(more: Record<string, unknown> = {}): Promise<string> {
  const executed = await way.door.execute({ name: 'ingest-order', input: anOrder(more) }, connector);
  if (!executed.ok) throw new Error(executed.refusal.message.en);
  return String(executed.outcome.result.id);
}
const press = (name: string, order: string, input: object, role = 'sales') =>
  way.door.execute({ name, target: `order:${order}`, input, ...byTelephone }, person(role));
async function pressed(name: string, order: string, input: object, role?: string) {
  const executed = await press(name, order, input, role);
  if (!executed.ok) throw new Error(`${executed.refusal.path} ${executed.refusal.message.en}`);
  return executed;
}
async function refused(name: string, order: string, input: object, role?: string): Promise<any> {
  const executed = await press(name, order, input, role);
  if (executed.ok) throw new Error('it was not refused');
  return executed.refusal;
}
const read = async (id: string): Promise<any> => way.store.collection('orders').findOne({ _id: id } as never);
const history = async (id: string) => (await way.all('orderHistory')).filter(({ order }) => order === id);
const audit = async (id: string) => (await way.all('audit')).find(({ _id }) => _id === id);

describe('changing the delivery date', () => {
  test('says before and after in words, and is decided in the same press', async () => {
    const id = await ingest({ requestedDelivery: '2026-12-14T18:00:00+08:00' });
    const done = await pressed('change-delivery-date', id, {
      requestedDelivery: '2026-12-17T09:30:00+08:00',
    });
    expect(done.outcome.text.zh).toBe('期望交付 2026-12-14 18:00 → 2026-12-17 09:30');
    const decision = (await way.all('decisions')).find(({ _id }) => _id === done.outcome.decision);
    expect(bodyOf(decision).facts).toMatchObject({
      'event.type': 'order.changed',
      'change.field': 'requestedDelivery',
      'change.by': 'person',
      'change.daysLater': 3,
    });
    expect((await read(id)).tags).toEqual(['later']);
    expect((await history(id)).find(({ type }) => type === 'order.changed')).toMatchObject({
      reason: byTelephone.reason,
      voucher: byTelephone.voucher,
      data: { changes: [{ field: 'requestedDelivery', after: { zh: '2026-12-17 09:30' } }] },
    });
    expect(await audit(done.press)).toMatchObject({
      before: { requestedDelivery: { zh: '2026-12-14 18:00' } },
      after: { requestedDelivery: { zh: '2026-12-17 09:30' } },
    });
  });

  test('the same date changes nothing and raises nothing', async () => {
    const id = await ingest({ requestedDelivery: '2026-12-14T18:00:00+08:00' });
    const done = await pressed('change-delivery-date', id, { requestedDelivery: '2026-12-14T10:00:00Z' });
    expect(done.outcome.result).toMatchObject({ unchanged: true });
    expect(done.outcome.decision).toBeUndefined();
  });

  test('a person wins over a channel whose clock is ahead', async () => {
    const id = await ingest();
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    const report = { order: id, requestedDelivery: '2026-12-20T18:00:00+08:00' };
    const input = { type: 'order.changed', id: 'ahead', occurredAt: ahead, data: report };
    await way.door.execute({ name: 'record-event', input }, connector);
    await pressed('change-delivery-date', id, { requestedDelivery: '2026-12-21T18:00:00+08:00' });
    expect((await read(id)).requestedDelivery).toBe(Date.parse('2026-12-21T18:00:00+08:00'));
  });
});

describe('changing the address', () => {
  const shipTo = { province: '江苏省', city: '苏州市', district: '姑苏区', street: '平江路 1 号' };

  test('seals who and where, keeps the contact, and lifts the hold it cures', async () => {
    const id = await ingest({
      shipTo: {
        province: '浙江省',
        city: '杭州市',
        street: '文三路 9 号',
        contact: '王小明',
        phone: '13900001111',
      },
    });
    await pressed('hold-order', id, { code: 'address-problem' }, 'operations');
    const done = await pressed('change-address', id, { shipTo });
    const order = await read(id);
    expect(done.outcome.text.zh).toBe('收货地址 浙江省杭州市**** → 江苏省苏州市****');
    expect(order).toMatchObject({
      shipTo: { province: '江苏省', city: '苏州市' },
      holds: [],
      tags: ['moved'],
    });
    expect((way.vault.open(order.sealed, id) as PersonalPart).shipTo).toEqual({
      district: '姑苏区',
      street: '平江路 1 号',
      contact: '王小明',
      phone: '13900001111',
    });
    const open = JSON.stringify([order, await history(id), await audit(done.press)]);
    for (const hidden of ['平江路', '文三路', '王小明', '13900001111']) expect(open).not.toContain(hidden);
  });

  test('is too late once shipped', async () => {
    const id = await ingest();
    const input = {
      type: 'order.shipped',
      id: `s-${id}`,
      occurredAt: new Date().toISOString(),
      data: { order: id },
    };
    await way.door.execute({ name: 'record-event', input }, connector);
    expect((await refused('change-address', id, { shipTo })).message.zh).toBe(
      '订单已经是「已发货」，来不及改了',
    );
  });
});

describe('changing lines', () => {
  test('keeps numbers and prices of known lines, and is decided as lines and as amount', async () => {
    const id = await ingest();
    const lines = [
      { lineId: '1', sku: 'BRK-1', quantity: 1 },
      { sku: 'BRK-1', quantity: 3, warehouse: 'WH03' },
    ];
    const done = await pressed('change-lines', id, { lines });
    const order = await read(id);
    expect(order.lines).toEqual([
      { lineId: '1', sku: 'BRK-1', quantity: 1, unitPrice: 50_000 },
      { lineId: '2', sku: 'BRK-1', quantity: 3, unitPrice: 50_000, warehouse: 'WH03' },
    ]);
    expect(order).toMatchObject({ total: 200_000, quantity: 4, holds: [{ code: 'manual-review' }] });
    expect(done.outcome.text.zh).toBe(
      '明细 1 BRK-1 × 2，单价 ¥500 → BRK-1 × 1，单价 ¥500；明细 2 无 → BRK-1 × 3，单价 ¥500，WH03 发；订单金额 ¥1,000 → ¥2,000',
    );
    const fields = (await way.all('decisions'))
      .filter(({ subject, event }) => subject === `order:${id}` && event === 'order.changed')
      .map((decision) => bodyOf(decision).facts['change.field']);
    expect(fields).toEqual(['lines', 'amount']);
  });

  test('a line that is not there or stands twice is refused in its place', async () => {
    const id = await ingest();
    const line = { lineId: '1', sku: 'BRK-1', quantity: 1 };
    expect(await refused('change-lines', id, { lines: [line, { ...line, lineId: '9' }] })).toMatchObject({
      code: 'bad-input',
      path: 'input.lines.1.lineId',
    });
    expect((await refused('change-lines', id, { lines: [line, line] })).path).toBe('input.lines.1.lineId');
    const price = { ...line, unitPrice: 1 };
    expect((await refused('change-lines', id, { lines: [price] })).code).toBe('bad-input');
  });
});

describe('money', () => {
  test('a changed amount is decided with how much it changed', async () => {
    const id = await ingest();
    await pressed(
      'change-amount',
      id,
      { discount: 20_000, lines: [{ lineId: '1', unitPrice: 45_000 }] },
      'manager',
    );
    expect(await read(id)).toMatchObject({ total: 70_000, tags: ['cheaper'] });
    const refusal = await refused('change-amount', id, { discount: 100_000 }, 'manager');
    expect(refusal).toMatchObject({
      path: 'input.discount',
      message: { zh: '优惠 ¥1,000 比货款 ¥900 还多' },
    });
    expect((await refused('change-amount', id, {}, 'manager')).code).toBe('bad-input');
    expect((await refused('change-amount', id, { freight: 1 }, 'service')).code).toBe('not-your-button');
  });

  test('payments add up; the last one ends the wait and is decided', async () => {
    const id = await ingest({ payment: { status: 'unpaid' } });
    await pressed('hold-order', id, { code: 'awaiting-payment' }, 'operations');
    const first = await pressed('record-payment', id, { amount: 40_000, method: 'bank' }, 'finance');
    expect(first.outcome.text.zh).toBe('收到 ¥400（银行转账），还差 ¥600');
    expect(await read(id)).toMatchObject({
      payment: { status: 'part_paid', paid: 40_000 },
      state: 'received',
    });
    const over = await refused('record-payment', id, { amount: 60_001, method: 'bank' }, 'finance');
    expect(over.message.zh).toBe('只差 ¥600，登记 ¥600.01 多了 ¥0.01');
    await pressed('record-payment', id, { amount: 60_000, method: 'cash' }, 'finance');
    expect(await read(id)).toMatchObject({ payment: { status: 'paid' }, state: 'confirmed', holds: [] });
    expect((await refused('record-payment', id, { amount: 1, method: 'cash' }, 'finance')).message.zh).toBe(
      '这张订单已经收齐',
    );
  });

  test('an order on account gives credit back as it is paid, and when it is cancelled', async () => {
    const shop = { repairShop: 'SHOP-1', payment: { status: 'on_account' } };
    const [one, other] = [await ingest(shop), await ingest(shop)];
    const used = async () => (await way.all('credits')).find(({ _id }) => _id === 'shop:SHOP-1').used;
    expect(await used()).toBe(200_000);
    await pressed('record-payment', one, { amount: 30_000, method: 'bank' }, 'finance');
    expect([await used(), (await read(one)).payment.status]).toEqual([170_000, 'on_account']);
    const done = await pressed('cancel-order', other, {});
    expect([await used(), done.outcome.alerts?.length]).toEqual([70_000, 1]);
  });

  test('asking for payment reminds those who collect, with the button', async () => {
    const id = await ingest({ payment: { status: 'unpaid' } });
    const done = await pressed('request-payment', id, {});
    const alert = (await way.all('alerts')).find(({ _id }) => _id === done.outcome.alerts?.[0]);
    expect(alert).toMatchObject({
      rooms: ['role:finance', 'role:service'],
      buttons: [{ name: 'record-payment', target: `order:${id}`, input: { amount: 100_000 } }],
    });
    expect((await refused('request-payment', id, { amount: 200_000 })).message.zh).toBe('只差 ¥1,000');
  });
});

describe('rush', () => {
  test('the rules answer a request in the same press', async () => {
    const id = await ingest();
    const done = await pressed('request-rush', id, { neededBy: '2026-12-14T18:00:00+08:00' });
    expect(done.outcome.text.zh).toBe('申请加急，最晚 2026-12-14 18:00 要');
    expect(await read(id)).toMatchObject({ isRush: true, rushRequested: true });
    expect((await refused('request-rush', id, {})).message.zh).toBe('已经是加急单');
    await pressed('unmark-rush', id, {}, 'operations');
    expect(await read(id)).toMatchObject({ isRush: false, rushRequested: false });
  });

  test('a refusal by a rule reaches the person who asked, with its reason', async () => {
    const id = await ingest({ payment: { status: 'unpaid' } });
    const done = await pressed('request-rush', id, {});
    const { externalId, rushRequested } = await read(id);
    expect(rushRequested).toBe(false);
    const alert = (await way.all('alerts')).find(({ _id }) => _id === done.outcome.alerts?.[0]);
    expect(alert).toMatchObject({ kind: 'rush-refused', rooms: ['person:sales'] });
    expect(alert.text.zh).toBe(`订单 ${externalId} 加急不成：还没付款 ${externalId}`);
    expect((await refused('refuse-rush', id, { text: '没货' }, 'operations')).message.zh).toBe(
      '没有人申请加急',
    );
  });
});

test('a release by a person is decided; one by a rule raises nothing about the order', async () => {
  const id = await ingest();
  await pressed('confirm-order', id, {}, 'operations');
  const done = await pressed('release-order', id, {}, 'operations');
  expect(done.outcome.decision).toBeTruthy();
  expect((await read(id)).tags).toEqual(['seen-released']);
});

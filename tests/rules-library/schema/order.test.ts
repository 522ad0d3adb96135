import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainIssue } from '../../../rules-library/schema/explain-issue.ts';
import { orderSchema } from '../../../rules-library/schema/order.ts';

const least = {
  channel: 'taobao',
  externalId: 'TB-1',
  placedAt: '2025-12-12T00:03:11+08:00',
  lines: [{ sku: 'BRK-2041', quantity: 2 }],
};
const full = {
  ...least,
  kind: 'sale',
  customer: { externalId: 'tb_8842', name: '王丽', phone: '199', idNumber: '1', deviceId: 'd', tier: 'gold' },
  repairShop: 'SHOP-0183',
  vehicle: { brand: '大众', model: '朗逸', vin: 'LSV' },
  shipTo: { province: '江苏省', city: '苏州', district: '园区', street: '一路', contact: '王', phone: '1' },
  lines: [{ lineId: '1', sku: 'BRK-2041', quantity: 2, unitPrice: 59000, warehouse: 'WH03' }],
  currency: 'CNY',
  discount: 0,
  freight: 0,
  payment: { status: 'paid', method: 'alipay', paid: 118000, paidAt: '2025-12-12T00:03:20Z' },
  requestedDelivery: '2025-12-14T18:00:00+08:00',
  rush: false,
  note: '周五前',
  custom: { 颜色: '红' },
};
const problems = (body: unknown) =>
  (orderSchema.safeParse(body, { reportInput: true }).error?.issues ?? []).map(explainIssue);

describe('an order', () => {
  it('needs channel, number, time and one line only; what is not said gets its plain meaning', () => {
    expect(orderSchema.parse(least)).toEqual({
      ...least,
      kind: 'sale',
      currency: 'CNY',
      discount: 0,
      freight: 0,
      rush: false,
      lines: [{ lineId: '1', sku: 'BRK-2041', quantity: 2 }],
      custom: {},
    });
  });

  it('is taken whole, and what was taken can be sent again', () => {
    const taken = orderSchema.parse(full);
    expect(taken).toEqual(full);
    expect(orderSchema.parse(taken)).toEqual(taken);
  });

  it('keeps fields it does not know under custom, without hiding those sent there', () => {
    const taken = orderSchema.parse({ ...least, 门店: '宁波', 颜色: '蓝', custom: { 颜色: '红' } });
    expect(taken.custom).toEqual({ 门店: '宁波', 颜色: '红' });
    expect(taken).not.toHaveProperty('门店');
  });

  it('never lets a body reach a prototype', () => {
    const body = JSON.parse(
      `{"channel":"taobao","externalId":"1","placedAt":"2025-12-12T00:00:00Z","lines":[{"sku":"a","quantity":1}],"__proto__":{"x":1},"constructor":1}`,
    ) as unknown;
    const taken = orderSchema.parse(body);
    expect(Object.keys(taken.custom)).toEqual([]);
    expect(({} as any).x).toBeUndefined();
  });

  it('numbers lines that have no number by their place', () => {
    const lines = [
      { sku: 'a', quantity: 1 },
      { lineId: 'x', sku: 'b', quantity: 1 },
      { sku: 'c', quantity: 1 },
    ];
    expect(orderSchema.parse({ ...least, lines }).lines.map(({ lineId }) => lineId)).toEqual(['1', 'x', '3']);
  });

  const bad: [string, Record<string, unknown>, string, RegExp, RegExp][] = [
    ['no channel', { channel: undefined }, 'channel', /缺少/, /missing/],
    ['a channel in words', { channel: 'Tao Bao' }, 'channel', /taobao/, /such as taobao/],
    ['blanks around the number', { externalId: ' 1' }, 'externalId', /空格/, /blanks/],
    ['a time without its offset', { placedAt: '2025-12-12T00:03:11' }, 'placedAt', /时区/, /offset/],
    ['a day that is none', { placedAt: '2025-02-30T00:00:00Z' }, 'placedAt', /时间/, /time/],
    ['no lines', { lines: [] }, 'lines', /至少要有 1 项/, /at least 1/],
    [
      'too many lines',
      { lines: Array.from({ length: 501 }, () => ({ sku: 'a', quantity: 1 })) },
      'lines',
      /500/,
      /500/,
    ],
    [
      'nothing of a part',
      { lines: [{ sku: 'a', quantity: 0 }] },
      'lines[0].quantity',
      /不能小于 1/,
      /less than 1/,
    ],
    ['half a part', { lines: [{ sku: 'a', quantity: 1.5 }] }, 'lines[0].quantity', /整数/, /whole/],
    [
      'a quantity as text',
      { lines: [{ sku: 'a', quantity: '2' }] },
      'lines[0].quantity',
      /数字.*「2」/,
      /number.*"2"/,
    ],
    [
      'a price in yuan',
      { lines: [{ sku: 'a', quantity: 1, unitPrice: 9.9 }] },
      'lines[0].unitPrice',
      /整数/,
      /whole/,
    ],
    [
      'one line twice',
      {
        lines: [
          { lineId: '1', sku: 'a', quantity: 1 },
          { lineId: '1', sku: 'b', quantity: 1 },
        ],
      },
      'lines[1].lineId',
      /重复/,
      /twice/,
    ],
    [
      'a number given by place twice',
      {
        lines: [
          { lineId: '2', sku: 'a', quantity: 1 },
          { sku: 'b', quantity: 1 },
        ],
      },
      'lines[1].lineId',
      /重复/,
      /twice/,
    ],
    ['an unknown tier', { customer: { tier: 'platinum' } }, 'customer.tier', /gold/, /gold/],
    ['an unknown payment', { payment: { status: 'payed' } }, 'payment.status', /paid/, /paid/],
    ['other money', { currency: 'USD' }, 'currency', /CNY/, /CNY/],
    ['less than no discount', { discount: -1 }, 'discount', /不能小于 0/, /less than 0/],
    ['a word for yes', { rush: 'yes' }, 'rush', /是或否/, /yes or no/],
    ['null', { note: null }, 'note', /文字/, /text/],
    ['a novel', { note: 'x'.repeat(2001) }, 'note', /2000/, /2000/],
    ['custom that is a list', { custom: [] }, 'custom', /花括号/, /braces/],
  ];
  it.each(bad)('%s is refused at its place with the cure', (_, change, path, zh, en) => {
    const [first, ...others] = problems({ ...least, ...change });
    expect(others).toEqual([]);
    expect(first?.path).toBe(path);
    expect(first?.message.zh).toMatch(zh);
    expect(first?.message.en).toMatch(en);
  });

  it('tells all problems at once', () => {
    expect(
      problems({ ...least, channel: 1, discount: 'x', lines: [{ sku: 5, quantity: 0 }] }).map(
        ({ path }) => path,
      ),
    ).toEqual(['channel', 'lines[0].sku', 'lines[0].quantity', 'discount']);
  });
});

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        channel: fc.jsonValue(),
        externalId: fc.jsonValue(),
        placedAt: fc.jsonValue(),
        lines: fc.oneof(
          fc.jsonValue(),
          fc.array(fc.record({ sku: fc.jsonValue(), quantity: fc.jsonValue() })),
        ),
        customer: fc.jsonValue(),
        payment: fc.jsonValue(),
        custom: fc.jsonValue(),
        rush: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  );

  it('is taken, or refused in words that people read in both languages', () => {
    fc.assert(
      fc.property(anything, (body) => {
        const read = orderSchema.safeParse(body, { reportInput: true });
        if (read.success) return;
        expect(read.error.issues.length).toBeGreaterThan(0);
        for (const { message } of read.error.issues.map(explainIssue)) {
          expect(message.zh).toMatch(/\p{Script=Han}/u);
          expect(message.en).not.toMatch(/\p{Script=Han}(?![^"]*")/u);
          expect(message.zh + message.en).not.toMatch(/undefined|\[object|NaN|Invalid input/);
        }
      }),
      { numRuns: 800 },
    );
  });
});

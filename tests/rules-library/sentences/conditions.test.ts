import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../rules-library/schema/condition.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import {
  plainText,
  sentenceOfCondition,
  type SentenceOptions,
} from '../../../rules-library/sentences/index.ts';

const say = (condition: Condition, language: 'zh' | 'en', options?: SentenceOptions): string =>
  plainText(sentenceOfCondition(condition, language, vocabulary, options));

describe('one comparison', () => {
  const table: [string, string, unknown, string, string][] = [
    ['order.total', 'greaterThan', 500000, '订单金额 高于 ¥5,000', 'Order total is above ¥5,000'],
    [
      'order.total',
      'greaterThanInclusive',
      500000,
      '订单金额 不低于 ¥5,000',
      'Order total is at least ¥5,000',
    ],
    [
      'order.total',
      'between',
      [100, 500000],
      '订单金额 介于 ¥1 到 ¥5,000',
      'Order total is between ¥1 and ¥5,000',
    ],
    [
      'order.placedAt',
      'lessThanInclusive',
      '2025-12-12T00:00:00+08:00',
      '下单时间 不晚于 2025-12-12 00:00',
      'Placed at is not after 2025-12-12 00:00',
    ],
    ['order.syncDelay', 'lessThanInclusive', 240, '同步延迟 不超过 4 小时', 'Sync delay is at most 4 hours'],
    ['customer.tier', 'atLeast', 'gold', '客户等级 至少 金级', 'Customer tier is at least Gold'],
    [
      'payment.status',
      'in',
      ['paid', 'on_account'],
      '付款状态 是 已付款 或 挂账',
      'Payment is Paid or On account',
    ],
    [
      'payment.status',
      'notIn',
      ['unpaid', 'part_paid'],
      '付款状态 不是 未付款、部分付款',
      'Payment is none of Unpaid, Part paid',
    ],
    ['order.isRush', 'equal', true, '加急', 'the order is rush'],
    ['order.isRush', 'equal', false, '不加急', 'the order is not rush'],
    ['order.isRush', 'notEqual', true, '不加急', 'the order is not rush'],
    ['line.goodsClass', 'contains', 'liquid', '货物类别 含有 液体', 'Goods class contains Liquid'],
    [
      'line.goodsClass',
      'containsAny',
      ['liquid', 'battery', 'aerosol'],
      '货物类别 含有 液体、电池 或 喷雾罐',
      'Goods class contains Liquid, Battery or Aerosol',
    ],
    [
      'order.placedAt',
      'withinLast',
      90,
      '下单时间 在最近 1 小时 30 分钟 内',
      'Placed at is within the last 1 hour 30 minutes',
    ],
    ['order.placedAt', 'olderThan', 2880, '下单时间 距今超过 2 天', 'Placed at is older than 2 days'],
    [
      'shipTo.province',
      'inList',
      'remote-areas',
      '省 在名单 「remote-areas」 里',
      'Ship-to province is on the list "remote-areas"',
    ],
    ['shipTo.city', 'isMissing', true, '市 缺数据', 'Ship-to city is missing'],
    ['shipTo.city', 'isMissing', false, '市 有数据', 'Ship-to city is known'],
    ['order.note', 'matches', '^急', '备注 符合格式 「^急」', 'Note matches "^急"'],
    [
      'order.overCredit',
      'greaterThan',
      { fact: 'customer.creditLeft' },
      '超出信用 高于 剩余信用',
      'Over credit is above Credit left',
    ],
    ['flow.node', 'equal', true, 'flow.node 成立', 'flow.node holds'],
    ['custom.颜色', 'equal', '红', '颜色 是 红', '颜色 is 红'],
    ['line.quantity', 'not:lessThan', 5, '数量 并非 小于 5', 'Quantity not is less than 5'],
  ];
  it.each(table)('%s %s %j', (fact, operator, value, zh, en) => {
    const condition = { fact, operator, value } as Condition;
    expect(say(condition, 'zh')).toBe(zh);
    expect(say(condition, 'en')).toBe(en);
  });

  it('comes in pieces that can be emboldened', () => {
    const pieces = sentenceOfCondition(
      { fact: 'order.total', operator: 'greaterThan', value: 1 },
      'zh',
      vocabulary,
    );
    expect(pieces.filter(({ text }) => text !== ' ')).toEqual([
      { kind: 'fact', text: '订单金额' },
      { kind: 'operator', text: '高于' },
      { kind: 'value', text: '¥0.01' },
    ]);
  });

  it('says what the order really had', () => {
    const late: Condition = { fact: 'order.syncDelay', operator: 'greaterThan', value: 240 };
    expect(say(late, 'zh', { actual: { 'order.syncDelay': 31 } })).toBe('同步延迟 超过 4 小时 实际 31 分钟');
    expect(say(late, 'en', { actual: {} })).toBe('Sync delay is over 4 hours, actually not known');
    const over: Condition = {
      fact: 'order.total',
      operator: 'greaterThan',
      value: { fact: 'customer.creditLeft' },
    };
    expect(say(over, 'zh', { actual: { 'order.total': 500, 'customer.creditLeft': 300 } })).toBe(
      '订单金额 高于 剩余信用 实际 ¥5，剩余信用 ¥3',
    );
    expect(say({ fact: 'shipTo.city', operator: 'isMissing', value: true }, 'zh', { actual: {} })).toBe(
      '市 缺数据',
    );
  });

  it('uses names the caller knows', () => {
    const nameOf: SentenceOptions['nameOf'] = (kind, id) =>
      kind === 'list' && id === 'remote-areas' ? { zh: '偏远地区', en: 'Remote areas' } : undefined;
    const condition: Condition = { fact: 'shipTo.province', operator: 'notInList', value: 'remote-areas' };
    expect(say(condition, 'zh', { nameOf })).toBe('省 不在名单 「偏远地区」 里');
    const lowered: Condition = {
      fact: 'shipTo.province',
      operator: 'in',
      value: { fact: 'list.remote-areas' },
    };
    expect(say(lowered, 'en', { nameOf })).toBe('Ship-to province is "Remote areas"');
  });
});

describe('groups', () => {
  const large: Condition = { fact: 'order.total', operator: 'greaterThan', value: 500000 };
  const rush: Condition = { fact: 'order.isRush', operator: 'equal', value: true };
  const gold: Condition = { fact: 'customer.tier', operator: 'atLeast', value: 'gold' };

  it('are joined by and, or, not', () => {
    expect(say({ all: [rush, large] }, 'zh')).toBe('加急 且 订单金额 高于 ¥5,000');
    expect(say({ any: [rush, large] }, 'en')).toBe('the order is rush or Order total is above ¥5,000');
    expect(say({ not: large }, 'zh')).toBe('非（订单金额 高于 ¥5,000）');
    expect(say({ not: { any: [rush, gold] } }, 'en')).toBe(
      'not (the order is rush or Customer tier is at least Gold)',
    );
  });

  it('stand in brackets inside another, unless they are one alone', () => {
    expect(say({ all: [large, { any: [rush, gold] }, rush] }, 'zh')).toBe(
      '订单金额 高于 ¥5,000 且（加急 或 客户等级 至少 金级）且 加急',
    );
    expect(say({ all: [{ any: [{ all: [large] }] }] }, 'zh')).toBe('订单金额 高于 ¥5,000');
    expect(say({ any: [{ all: [large, rush] }, gold] }, 'en')).toBe(
      '(Order total is above ¥5,000 and the order is rush) or Customer tier is at least Gold',
    );
  });

  it('say what each comparison really had', () => {
    expect(
      say({ all: [large, rush] }, 'zh', { actual: { 'order.total': 481200, 'order.isRush': false } }),
    ).toBe('订单金额 高于 ¥5,000（实际 ¥4,812）且 加急（实际 否）');
    expect(say({ any: [large, gold] }, 'en', { actual: { 'order.total': 100 } })).toBe(
      'Order total is above ¥5,000 (actually ¥1) or Customer tier is at least Gold (actually not known)',
    );
  });
});

describe('every condition', () => {
  const comparison = fc
    .tuple(
      fc.constantFrom(...vocabulary.facts.keys(), 'custom.x', 'f.n', 'f.n.since.order.placedAt'),
      fc.constantFrom(...vocabulary.operators.keys(), 'no-such'),
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.array(fc.oneof(fc.string(), fc.integer())),
        fc.constant({ fact: 'order.total' }),
      ),
    )
    .map(([fact, operator, value]): Condition => ({ fact, operator, value }));
  const condition = fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { weight: 3, arbitrary: comparison },
      { weight: 1, arbitrary: fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
      { weight: 1, arbitrary: fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
      { weight: 1, arbitrary: tie('any').map((not) => ({ not })) },
    ),
  })).any;

  it('has a sentence in both languages, without a word that only machines read, and brackets that close', () => {
    fc.assert(
      fc.property(condition, fc.boolean(), (drawn, withActual) => {
        for (const language of ['zh', 'en'] as const) {
          const pieces = sentenceOfCondition(drawn, language, vocabulary, withActual ? { actual: {} } : {});
          expect(pieces.length).toBeGreaterThan(0);
          const known = pieces.filter(({ kind }) => kind === 'operator' || kind === 'fact');
          for (const { text } of known) {
            expect(text).not.toMatch(
              /undefined|greaterThan|lessThan|notEqual|isMissing|inList|order\.|customer\./,
            );
          }
          const brackets = pieces
            .filter(({ kind }) => kind === 'text')
            .map(({ text }) => text)
            .join('');
          expect(brackets.split(/[（(]/).length).toBe(brackets.split(/[）)]/).length);
        }
      }),
      { numRuns: 500 },
    );
  });
});

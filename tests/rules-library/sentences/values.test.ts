import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactType } from '../../../rules-library/define/fact.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { fillBoth, fillText, factsInText, formatFact } from '../../../rules-library/sentences/index.ts';

const fact = (id: string) => vocabulary.facts.get(id)!;
const of = (type: FactType) => ({
  id: 'x.y',
  label: { zh: '甲', en: 'A' },
  type,
  scope: 'order' as const,
  samples: [],
});

describe('values as people write them', () => {
  const table: [FactType, unknown, string, string][] = [
    ['money', 500000, '¥5,000', '¥5,000'],
    ['money', 118050, '¥1,180.50', '¥1,180.50'],
    ['money', 1, '¥0.01', '¥0.01'],
    ['money', -59000, '−¥590', '−¥590'],
    ['money', 0, '¥0', '¥0'],
    ['integer', 18204, '18,204', '18,204'],
    ['integer', -3, '−3', '−3'],
    ['number', 0.5, '0.5', '0.5'],
    ['percent', 12.5, '12.5%', '12.5%'],
    ['factor', 6, '6 倍', '6 times'],
    ['yes-no', true, '是', 'yes'],
    ['yes-no', false, '否', 'no'],
    ['duration', 0, '0 分钟', '0 minutes'],
    ['duration', 1, '1 分钟', '1 minute'],
    ['duration', 90, '1 小时 30 分钟', '1 hour 30 minutes'],
    ['duration', 1440, '24 小时', '24 hours'],
    ['duration', 2161, '36 小时 1 分钟', '36 hours 1 minute'],
    ['duration', 2881, '2 天 1 分钟', '2 days 1 minute'],
    ['duration', 4380, '3 天 1 小时', '3 days 1 hour'],
    ['duration', -30, '−30 分钟', '−30 minutes'],
    ['hours', 48, '48 小时', '48 hours'],
    ['hours', 26.5, '26.5 小时', '26.5 hours'],
    ['hours', 1, '1 小时', '1 hour'],
    ['days', 15, '15 天', '15 days'],
    ['days', -1, '−1 天', '−1 day'],
    ['weight', 800, '800 克', '800 g'],
    ['weight', 3850, '3.85 公斤', '3.85 kg'],
    ['volume', 999, '999 立方厘米', '999 cm³'],
    ['volume', 3000, '3 升', '3 L'],
    ['volume', 1_200_000, '1.2 立方米', '1.2 m³'],
    ['text', '周五前送到', '周五前送到', '周五前送到'],
    ['text', '', '（空）', '(empty)'],
    ['list', [], '无', 'none'],
    ['list', ['朗逸', '卡罗拉'], '朗逸、卡罗拉', '朗逸, 卡罗拉'],
    ['money', undefined, '未知', 'not known'],
    ['money', null, '未知', 'not known'],
  ];
  it.each(table)('%s %j reads %s, %s', (type, value, zh, en) => {
    expect(formatFact(of(type), value, 'zh')).toBe(zh);
    expect(formatFact(of(type), value, 'en')).toBe(en);
  });

  it('choices go by their label, those of the company by their own name', () => {
    expect(formatFact(fact('payment.status'), 'on_account', 'zh')).toBe('挂账');
    expect(formatFact(fact('payment.status'), 'on_account', 'en')).toBe('On account');
    expect(formatFact(fact('order.layer'), 'gold', 'zh')).toBe('金层');
    expect(formatFact(fact('order.holds'), ['no-stock', 'own.海关查验'], 'zh')).toBe('缺货、海关查验');
    expect(formatFact(fact('order.channel'), 'pinduoduo', 'zh')).toBe('pinduoduo');
  });

  it('times are told in the zone of the company', () => {
    const at = Date.parse('2025-12-14T18:00:00+08:00');
    expect(formatFact(of('time'), at, 'zh')).toBe('2025-12-14 18:00');
    expect(formatFact(of('time'), at, 'en', 'UTC')).toBe('2025-12-14 10:00');
    expect(formatFact(of('time'), '2025-12-14T18:00:00+08:00', 'zh')).toBe('2025-12-14 18:00');
    expect(formatFact(of('time'), 'tomorrow', 'zh')).toBe('tomorrow');
  });

  it('long lists are cut and say how long they are', () => {
    const many = Array.from({ length: 120 }, (_, index) => `S${index}`);
    expect(formatFact(of('list'), many, 'zh')).toBe('S0、S1、S2、S3、S4 等 120 项');
    expect(formatFact(of('list'), many, 'en')).toBe('S0, S1, S2, S3, S4 and 115 more');
  });

  it('whatever comes has a text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...vocabulary.facts.values()), fc.jsonValue(), (definition, value) => {
        for (const language of ['zh', 'en'] as const) {
          const text = formatFact(definition, value, language);
          expect(text).not.toBe('');
          expect(text).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
    );
  });
});

describe('texts with facts', () => {
  const facts = {
    'order.number': 'TB-17',
    'order.overCredit': 812000,
    'order.syncDelay': 300,
    'flow.node.matched': ['1', '3'],
    'custom.颜色': '红',
  };

  it('get the values in both languages', () => {
    const text = {
      zh: '订单 {order.number} 超出 {order.overCredit}',
      en: '{order.number} is {order.overCredit} over',
    };
    expect(fillBoth(text, facts, vocabulary)).toEqual({
      zh: '订单 TB-17 超出 ¥8,120',
      en: 'TB-17 is ¥8,120 over',
    });
    expect(fillText('晚了 {order.syncDelay}', facts, vocabulary, 'zh')).toBe('晚了 5 小时');
    expect(fillText('行 {flow.node.matched}', facts, vocabulary, 'zh')).toBe('行 1、3');
  });

  it('say so where a value is missing, and leave other braces alone', () => {
    expect(fillText('期望 {order.requestedDelivery}', facts, vocabulary, 'zh')).toBe('期望 未知');
    expect(fillText('{x} { } {a b} {}', facts, vocabulary, 'en')).toBe('{x} { } {a b} {}');
    expect(fillText('{constructor} {toString}', facts, vocabulary, 'en')).toBe('{constructor} {toString}');
  });

  it('put values in once: a value with braces is not filled again', () => {
    expect(
      fillText('{order.number}', { 'order.number': '{order.total}', 'order.total': 1 }, vocabulary, 'en'),
    ).toBe('{order.total}');
  });

  it('written in one language serve both', () => {
    expect(fillBoth({ zh: '订单 {order.number}', en: ' ' }, facts, vocabulary)).toEqual({
      zh: '订单 TB-17',
      en: '订单 TB-17',
    });
  });

  it('name the facts they need', () => {
    expect(factsInText({ zh: '{order.number}{order.total}', en: '{order.number} {payment.due}' })).toEqual([
      'order.number',
      'order.total',
      'payment.due',
    ]);
    expect(factsInText('none')).toEqual([]);
  });
});

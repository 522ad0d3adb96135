import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockFacts } from '../../../rules-library/clock/clock-facts.ts';
import { weekdays } from '../../../rules-library/choices/weekdays.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { flowSchema, type Flow } from '../../../rules-library/schema/flow.ts';
import { plainText, sentenceOfNode, sentencesOf } from '../../../rules-library/sentences/index.ts';
import { compileFlow, compileRules } from '../../../runtime/index.ts';

/** order.received → the block; its exits lead to tags of their names. */
function drawn(kind: string, params: unknown): Flow {
  return flowSchema.parse({
    id: 'f',
    name: { zh: '流', en: 'flow' },
    nodes: [
      { id: 't', kind: 'order.received' },
      { id: 'n', kind, params },
      ...['yes', 'no', 'unknown'].map((tag) => ({ id: `to-${tag}`, kind: 'set-tag', params: { tag } })),
    ],
    edges: [
      { from: { node: 't', port: 'next' }, to: 'n' },
      ...['yes', 'no', 'unknown'].map((port) => ({ from: { node: 'n', port }, to: `to-${port}` })),
    ],
  });
}
const words = (kind: string, params: unknown, language: 'zh' | 'en' = 'zh') => {
  const flow = drawn(kind, params);
  return plainText(sentenceOfNode(flow.nodes[1]!, flow, language, vocabulary));
};

test('a time of day is judged on the clock of the company, minute by minute', () => {
  const time = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const text = (minutes: number): string =>
    [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const days = fc.option(
    fc.uniqueArray(fc.constantFrom(...weekdays.map(({ value }) => value)), { minLength: 1 }),
    { nil: undefined },
  );
  const minute = fc
    .integer({ min: 0, max: 14 * 24 * 60 })
    .map((count) => Date.UTC(2026, 5, 1) + count * 60_000);
  fc.assert(
    fc.property(time, time, days, minute, (from, to, only, now) => {
      fc.pre(from !== to);
      const params = { from: text(from), to: text(to), ...(only === undefined ? {} : { weekdays: only }) };
      const { rules, derived } = compileFlow(drawn('time-window', params), vocabulary);
      const facts = { ...clockFacts(now, 'Asia/Shanghai'), 'event.type': 'order.received' };
      const [event] = compileRules(rules, { derived }).evaluate(facts).events;

      // Walks back to the last start: within when that is less than the window's length ago, on a day that counts.
      const local = now + 8 * 3_600_000;
      const minutesOfDay = (local / 60_000) % 1440;
      const passed = (minutesOfDay - from + 1440) % 1440;
      const began = new Date(local - passed * 60_000).getUTCDay();
      const day = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'][began]!;
      const isIn = passed < (to - from + 1440) % 1440 && (only === undefined || only.includes(day));
      expect(event?.params.tag).toBe(isIn ? 'yes' : 'no');
    }),
    { numRuns: 300 },
  );
});

describe('faces of checks', () => {
  test.each([
    [
      'in-list',
      { fact: 'repairShop.id', list: 'vip' },
      '若 维修厂 在名单 「vip」 里',
      'If Repair shop is on the list "vip"',
    ],
    [
      'time-window',
      { from: '22:00', to: '06:00', weekdays: ['friday'] },
      '若 时间在 22:00 到 06:00（星期五）',
      'If the time is 22:00 to 06:00 on Friday',
    ],
    [
      'season-window',
      { festival: 'spring-festival', fromDays: -15, toDays: 1 },
      '若 在 春节前 15 天 到 春节后 1 天（不含）',
      'If it is between 15 days before Spring Festival and 1 day after Spring Festival (not included)',
    ],
    ['season-window', { season: 'peak' }, '若 在特殊时期 「peak」', 'If it is "peak"'],
    [
      'rush-criteria',
      { withinHours: 48 },
      '若 预计可交付时长 不超过 48 小时',
      'If Hours to delivery is at most 48 hours',
    ],
    ['stock-check', {}, '若 每行都有货', 'If every line is in stock'],
    [
      'stock-check',
      { scope: 'part', by: { fact: 'order.promisedDelivery' } },
      '若 到 承诺交付 时至少一行有货',
      'If some line is in stock by Promised delivery',
    ],
    [
      'lookup',
      {
        table: 'sla',
        by: 'shipTo.city',
        columns: [{ id: 'h', label: { zh: '时效', en: 'Hours' }, type: 'hours' }],
      },
      '查表：在 「sla」 里按 市 取 时效',
      'Look up Hours in "sla" by Ship-to city',
    ],
    [
      'calculation',
      { expression: 'order.total - order.discount', type: 'money' },
      '算出 订单金额 - 优惠金额',
      'Calculate Order total - Discount',
    ],
    [
      'score-card',
      {
        rows: [
          { id: 'a', conditions: { fact: 'order.total', operator: 'greaterThan', value: 1 }, points: 1 },
        ],
        bands: [{ id: 'b', from: 1, value: 'A' }],
      },
      '评分：1 条，分为 A（1 分起）',
      'Score: 1 row, in bands A (from 1)',
    ],
  ])('%s', (kind, params, zh, en) => {
    expect(words(kind, params)).toBe(zh);
    expect(words(kind, params, 'en')).toBe(en);
  });

  test('and what holds behind their exits', () => {
    const sentences = sentencesOf(drawn('in-list', { fact: 'repairShop.id', list: 'vip' }), vocabulary);
    expect(sentences.map(({ zh }) => zh)).toEqual([
      '收到订单时，若 维修厂 在名单 「vip」 里，就 打标签「yes」',
      '收到订单时，若 非（维修厂 在名单 「vip」 里），就 打标签「no」',
      '收到订单时，若 不知道是否（维修厂 在名单 「vip」 里），就 打标签「unknown」',
    ]);
  });
});

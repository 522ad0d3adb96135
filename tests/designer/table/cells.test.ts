import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionOfCell, type TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { readCell } from '../../../designer/table/cells/read-cell.ts';
import { readNumber } from '../../../designer/table/cells/read-number.ts';
import { cellText } from '../../../designer/table/cells/write-cell.ts';
import type { ColumnKind } from '../../../designer/table/cells/column-kind.ts';

const kindOf = (fact: string): ColumnKind => vocabulary.facts.get(fact)!;
const read = (text: string, fact: string): unknown => {
  const found = readCell(text, kindOf(fact));
  return 'wrong' in found ? { wrong: found.wrong.zh } : found.cell;
};
const between = (one: number, other: number) => ({ operator: 'between', value: [one, other] });

describe('cells of a decision table as people write them', () => {
  it.each<[string, string, unknown]>([
    ['', 'order.total', undefined],
    [' - ', 'order.total', undefined],
    ['任意', 'customer.tier', undefined],
    ['5000', 'order.total', 500_000],
    ['￥５，０００', 'order.total', 500_000],
    ['1.5万', 'order.total', 1_500_000],
    ['≥ 5,000.50 元', 'order.total', { operator: 'greaterThanInclusive', value: 500_050 }],
    ['不低于5000', 'order.total', { operator: 'greaterThanInclusive', value: 500_000 }],
    ['5000以上', 'order.total', { operator: 'greaterThanInclusive', value: 500_000 }],
    ['under 0.1', 'order.total', { operator: 'lessThan', value: 10 }],
    ['1000-5000', 'order.total', between(100_000, 500_000)],
    ['1000–5000', 'order.total', between(100_000, 500_000)],
    ['1–5万', 'order.total', between(1_000_000, 5_000_000)],
    ['1000 到 5000 元', 'order.total', between(100_000, 500_000)],
    [
      '(1000..5000]',
      'order.total',
      {
        all: [
          { operator: 'greaterThan', value: 100_000 },
          { operator: 'lessThanInclusive', value: 500_000 },
        ],
      },
    ],
    ['100; ≥ 900', 'order.total', { any: [10_000, { operator: 'greaterThanInclusive', value: 90_000 }] }],
    ['100、200', 'order.total', [10_000, 20_000]],
    ['1,000,000', 'order.total', 100_000_000],
    [
      '> 100 且 非 300',
      'order.total',
      { all: [{ operator: 'greaterThan', value: 10_000 }, { not: 30_000 }] },
    ],
    ['金级', 'customer.tier', 'gold'],
    ['金', 'customer.tier', 'gold'],
    ['gold、银级', 'customer.tier', ['gold', 'silver']],
    ['Gold or Silver', 'customer.tier', ['gold', 'silver']],
    ['非 金级、银级', 'customer.tier', { not: ['gold', 'silver'] }],
    ['not gold', 'customer.tier', { not: 'gold' }],
    ['至少 银级', 'customer.tier', { operator: 'atLeast', value: 'silver' }],
    ['no data', 'customer.tier', { operator: 'isMissing', value: true }],
    ['是', 'order.isRush', true],
    ['No', 'order.isRush', false],
    ['≤ 1 天', 'order.age', { operator: 'lessThanInclusive', value: 1440 }],
    ['1 小时 30 分钟', 'order.age', 90],
    ['24–48 小时', 'delivery.hours', between(24, 48)],
    ['2 天', 'delivery.hours', 48],
    ['≥ 5 公斤', 'order.weight', { operator: 'greaterThanInclusive', value: 5000 }],
    ['2025-12-12', 'order.placedAt', '2025-12-12T00:00:00+08:00'],
    ['早于 2025/12/12 18:00', 'order.placedAt', { operator: 'before', value: '2025-12-12T18:00:00+08:00' }],
    [
      '2025-12-01 到 2025-12-12',
      'order.placedAt',
      { operator: 'between', value: ['2025-12-01T00:00:00+08:00', '2025-12-12T00:00:00+08:00'] },
    ],
    ['"苏州、园区"', 'shipTo.city', '苏州、园区'],
    ['以 苏 开头', 'shipTo.city', { operator: 'startsWith', value: '苏' }],
    ['VIP', 'order.tags', { operator: 'contains', value: 'VIP' }],
    ['VIP、急', 'order.tags', { operator: 'containsAny', value: ['VIP', '急'] }],
    ['非 VIP', 'order.tags', { not: { operator: 'contains', value: 'VIP' } }],
  ])('%s of %s', (text, fact, cell) => {
    expect(read(text, fact)).toEqual(cell);
  });

  it.each([
    ['铂金', 'customer.tier', '没有「铂金」，可以填：金级、银级'],
    ['abc', 'order.total', '不是金额'],
    ['5.005', 'order.total', '不是金额'],
    ['5000-1000', 'order.total', '请调换'],
    ['≥', 'order.total', '还没有填'],
    ['> 金级', 'customer.tier', '至少'],
    ['2025-02-30', 'order.placedAt', '不是日期'],
    ['maybe', 'order.isRush', '是」或「否'],
    ['1.5', 'order.quantity', '不是整数'],
  ])('%s of %s says why not', (text, fact, words) => {
    expect(read(text, fact)).toEqual({ wrong: expect.stringContaining(words) });
  });

  it('numbers are exact in the unit they are kept in', () => {
    expect(readNumber('0.29', 'money')).toBe(29);
    expect(readNumber('-1.1', 'money')).toBe(-110);
    expect(readNumber('4.35千', 'money')).toBe(435_000);
    expect(readNumber('1..2', 'money')).toBeUndefined();
    expect(readNumber('12abc', 'integer')).toBeUndefined();
  });
});

const fen = fc.integer({ min: -100_000, max: 10_000_000 });
const ordered = fc.tuple(fen, fen).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
const amountCell: fc.Arbitrary<TableCell> = fc.oneof(
  fen,
  fc.uniqueArray(fen, { minLength: 2, maxLength: 4 }),
  fc.record({
    operator: fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
    value: fen,
  }),
  ordered.map((value) => ({ operator: 'between', value })),
  fen.map((value) => ({ not: value })),
);
const tier = fc.constantFrom('gold', 'silver', 'bronze', 'none');
const choiceCell: fc.Arbitrary<TableCell> = fc.oneof(
  tier,
  fc.uniqueArray(tier, { minLength: 2 }),
  tier.map((value) => ({ not: value })),
  fc.record({ operator: fc.constantFrom('atLeast', 'atMost'), value: tier }),
);
const word = fc
  .string({ minLength: 1, maxLength: 12 })
  .filter(
    (text) =>
      text === text.trim() && !/["「」“”\s]/.test(text) && !/[\uff01-\uff5e\u00a0\u3000−￥]/.test(text),
  );
const wordCell: fc.Arbitrary<TableCell> = fc.oneof(
  word,
  fc.uniqueArray(word, { minLength: 2, maxLength: 3 }),
);

describe('a cell that is written is read as the same', () => {
  it.each([
    ['order.total', amountCell],
    ['customer.tier', choiceCell],
    ['shipTo.city', wordCell],
  ] as const)('%s', (fact, cells) => {
    fc.assert(
      fc.property(cells, fc.constantFrom('zh' as const, 'en' as const), (cell, language) => {
        const text = cellText(cell, kindOf(fact), language);
        expect(text).toBeDefined();
        const again = readCell(text!, kindOf(fact));
        const meaning = (one: TableCell) => conditionOfCell(one, fact, 'c');
        expect('cell' in again && meaning(again.cell!), text).toEqual(meaning(cell));
      }),
      { numRuns: 300 },
    );
  });

  it('what has no form of its own is left to be said in words', () => {
    expect(
      cellText({ operator: 'equal', value: { fact: 'order.discount' } }, kindOf('order.total'), 'zh'),
    ).toBeUndefined();
  });
});

import dayjs from 'dayjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonOf, operatorsFor, withOperator } from '../../../designer/inspector/comparisons.ts';
import { readGroup, writeGroup } from '../../../designer/inspector/condition-model.ts';
import { describeParams } from '../../../designer/inspector/describe-params.ts';
import { hasForm, widgetFor } from '../../../designer/inspector/fields/index.ts';
import { NotHereField } from '../../../designer/inspector/fields/not-here-field.tsx';
import { shownText, storedText } from '../../../designer/inspector/placeholders.ts';
import {
  durationUnits,
  fenOf,
  fittingUnit,
  inSmallUnit,
  yuanOf,
} from '../../../designer/inspector/value-units.ts';
import { shownTime, storedTime } from '../../../designer/inspector/zoned-time.ts';
import { retitle } from '../../../designer/editor/retitle.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { conditionSchema, type Condition } from '../../../rules-library/schema/condition.ts';
import type { Text } from '../../../rules-library/schema/text.ts';

const facts = [...vocabulary.facts.values()].filter(({ hidden }) => hidden !== true);

describe('values as people type them', () => {
  it('keeps yuan in whole fen', () => {
    expect(fenOf(0.1 + 0.2)).toBe(30);
    expect(fenOf(5000)).toBe(500_000);
    fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => fenOf(yuanOf(fen)) === fen));
  });

  it.each([
    [30, 'minutes'],
    [90, 'minutes'],
    [120, 'hours'],
    [2880, 'days'],
    [0, 'hours'],
  ])('shows %i minutes in %s', (minutes, unit) => {
    expect(fittingUnit(minutes, durationUnits).name).toBe(unit);
  });

  it('keeps a length of time in minutes whatever unit it is shown in', () => {
    fc.assert(
      fc.property(fc.nat(), (minutes) => {
        const { size } = fittingUnit(minutes, durationUnits);
        return inSmallUnit(minutes / size, size) === minutes;
      }),
    );
  });

  it("takes a moment on the company's clock, wherever the screen stands", () => {
    expect(storedTime(dayjs('2025-12-12T00:00:00'), 'Asia/Shanghai')).toBe('2025-12-12T00:00:00+08:00');
    expect(shownTime('2025-12-11T16:00:00Z', 'Asia/Shanghai')?.format('YYYY-MM-DD HH:mm')).toBe(
      '2025-12-12 00:00',
    );
    expect(shownTime('', 'Asia/Shanghai')).toBeNull();
    expect(shownTime('tomorrow', 'Asia/Shanghai')).toBeNull();
  });

  it('shows business data in a text by its name and keeps it by its id', () => {
    const stored = '订单 {order.number} 金额 {order.total}，{无此数据}';
    expect(shownText(stored, facts, 'zh')).toBe('订单 {订单号} 金额 {订单金额}，{无此数据}');
    for (const language of ['zh', 'en'] as const) {
      expect(storedText(shownText(stored, facts, language), facts, language)).toBe(stored);
    }
  });

  it('lets the other language follow until it is written by hand', () => {
    const typed = ['急', '急件'].reduce<Text>((text, value) => retitle(text, 'zh', value), {
      zh: '',
      en: '',
    });
    expect(typed).toEqual({ zh: '急件', en: '急件' });
    // Written in Chinese first: its English does not replace it.
    expect(retitle(typed, 'en', 'Rush')).toEqual({ zh: '急件', en: 'Rush' });
    const english = ['R', 'Ru', 'Rush'].reduce<Text>((text, value) => retitle(text, 'en', value), {
      zh: '',
      en: '',
    });
    expect(english).toEqual({ zh: 'Rush', en: 'Rush' });
    expect(retitle({ zh: '急件', en: 'Rush' }, 'zh', '加急件')).toEqual({ zh: '加急件', en: 'Rush' });
  });
});

describe('conditions as rows', () => {
  const comparison: fc.Arbitrary<Condition> = fc
    .constantFrom('order.total', 'customer.tier')
    .map((fact) => ({ fact, operator: 'equal', value: 'x' }));
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      comparison,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ id: 'c1', all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('condition').map((not) => ({ not })),
    ),
  }));

  it('mean the same after reading and writing', () => {
    const holds = (one: Condition, truth: (fact: string) => boolean): boolean => {
      if ('all' in one) return one.all.every((inner) => holds(inner, truth));
      if ('any' in one) return one.any.some((inner) => holds(inner, truth));
      if ('not' in one) return !holds(one.not, truth);
      return truth(one.fact);
    };
    fc.assert(
      fc.property(condition, fc.boolean(), fc.boolean(), (one, total, tier) => {
        const truth = (fact: string) => (fact === 'order.total' ? total : tier);
        const again = writeGroup(readGroup(one));
        expect(holds(again, truth)).toBe(holds(one, truth));
        expect(writeGroup(readGroup(again))).toEqual(again);
        expect(conditionSchema.safeParse(again).success).toBe(true);
      }),
    );
  });

  it('begin with an operator that fits the fact and stay within the schema whatever operator is chosen', () => {
    for (const fact of facts) {
      const offered = operatorsFor(fact, vocabulary);
      expect(offered.length, fact.id).toBeGreaterThan(1);
      let row = comparisonOf(fact, fact.id, vocabulary, 'c1');
      expect(
        offered.map(({ name }) => name),
        fact.id,
      ).toContain(row.operator);
      for (const operator of offered) {
        row = withOperator(row, vocabulary.operators.get(row.operator), operator, fact);
        expect(conditionSchema.safeParse(row).success, `${fact.id} ${operator.name}`).toBe(true);
      }
    }
  });

  it('keep the value where the other operator can take it', () => {
    const [greater, between] = ['greaterThanInclusive', 'between'].map((name) =>
      vocabulary.operators.get(name)!,
    );
    const total = vocabulary.facts.get('order.total');
    const row = { fact: 'order.total', operator: 'greaterThanInclusive', value: 500_000 };
    const pair = withOperator(row, greater, between!, total);
    expect(pair.value).toEqual([500_000, '']);
    expect(withOperator(pair, between, greater!, total).value).toBe(500_000);
  });

  it('offer "at least" for choices with an order only', () => {
    const names = (id: string) => operatorsFor(vocabulary.facts.get(id), vocabulary).map(({ name }) => name);
    expect(names('customer.tier')).toContain('atLeast');
    expect(names('order.channel')).not.toContain('atLeast');
  });
});

describe('forms from the schema', () => {
  it.each([...vocabulary.blocks.values()].map((block) => [block.kind, block] as const))(
    '%s: every hint has a widget of its own, or the palette does not offer the block',
    (_, block) => {
      for (const { name, ui } of describeParams(block.params)) {
        if (hasForm(block)) expect(widgetFor(ui.field), `${block.kind} ${name}`).not.toBe(NotHereField);
        if (ui.field === 'choice') expect(ui.options?.length, name).toBeGreaterThan(1);
      }
    },
  );

  it('are there for every block', () => {
    const without = [...vocabulary.blocks.values()].filter((block) => !hasForm(block));
    expect(without.map(({ kind }) => kind)).toEqual([]);
  });

  it('know what a param may be given as', () => {
    const hold = describeParams(vocabulary.blocks.get('hold-order')!.params);
    const until = hold.find(({ name }) => name === 'until');
    expect(until).toMatchObject({ optional: true, takesFact: true, takesMinutes: true });
    const check = describeParams(vocabulary.blocks.get('condition-group')!.params);
    expect(check.find(({ name }) => name === 'whenMissing')).toMatchObject({ fallback: 'person' });
  });
});

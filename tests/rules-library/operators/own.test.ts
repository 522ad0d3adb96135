import { describe, expect, it } from 'vitest';
import type { DrawnOperator, LowerContext, RunOperator } from '../../../rules-library/define/operator.ts';
import type { Comparison } from '../../../rules-library/schema/condition.ts';
import { vocabulary } from '../../../rules-library/index.ts';

const hour = 3_600_000;

/** operator, fact, value, holds */
const table: [string, unknown, unknown, boolean][] = [
  ['isPresent', 0, true, true],
  ['isPresent', '', true, true],
  ['isPresent', undefined, true, false],
  ['isPresent', undefined, false, true],
  ['isMissing', undefined, true, true],
  ['isMissing', null, true, true],
  ['isMissing', false, true, false],
  ['isMissing', 1, false, true],
  ['between', 5, [5, 9], true],
  ['between', 9, [5, 9], true],
  ['between', 4, [5, 9], false],
  ['between', 7, [9, 5], false],
  ['between', '7', [5, 9], false],
  ['between', 7, 9, false],
  ['notBetween', 4, [5, 9], true],
  ['notBetween', 5, [5, 9], false],
  ['notBetween', 4, [5], false],
  ['startsWith', '苏州工业园', '苏州', true],
  ['startsWith', 'TB-1', 'tb', false],
  ['startsWith', 12, '1', false],
  ['endsWith', 'TB-17', '17', true],
  ['endsWith', 'TB-17', 'TB', false],
  ['matches', 'LSVAM4187C2184841', '^LSV[A-Z0-9]{14}$', true],
  ['matches', 'LSV', '^LSV[A-Z0-9]{14}$', false],
  ['matches', '苏A12345', '苏.\\d+', true],
  ['matches', 'anything', '(', false],
  ['matches', 'aa', '(a)\\1', false],
  ['matches', 5, '5', false],
  ['before', 10, 11, true],
  ['before', 11, 11, false],
  ['before', '10', 11, false],
  ['after', 11, 10, true],
  ['after', 10, 10, false],
  ['containsAny', ['liquid'], ['liquid', 'battery'], true],
  ['containsAny', ['liquid'], [], false],
  ['containsAny', 'liquid', ['liquid'], false],
  ['containsAll', ['a', 'b'], ['b', 'a'], true],
  ['containsAll', ['a'], ['a', 'b'], false],
  ['containsNone', [], ['a'], true],
  ['containsNone', ['a'], ['a'], false],
  ['containsNone', ['b'], 'a', false],
];

describe('our operators', () => {
  it.each(table)('%s: %j against %j is %s', (name, fact, value, holds) => {
    const operator = vocabulary.operators.get(name) as RunOperator;
    expect((operator.accepts?.(fact) ?? true) && operator.holds(fact, value)).toBe(holds);
  });

  it('has every operator of ours in the table', () => {
    const ours = [...vocabulary.operators.values()].filter((one) => one.runs && !one.builtIn);
    expect([...new Set(table.map(([name]) => name))].toSorted()).toEqual(
      ours.map(({ name }) => name).toSorted(),
    );
  });

  it('matches in linear time, however the pattern is written', () => {
    const operator = vocabulary.operators.get('matches') as RunOperator;
    const began = performance.now();
    expect(operator.holds('a'.repeat(10_000), '^(a+)+$')).toBe(true);
    expect(operator.holds(`${'a'.repeat(9_999)}b`, '^(a+)+$')).toBe(false);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(operator.accepts?.('a'.repeat(10_001))).toBe(false);
  });
});

describe('operators of drawings only', () => {
  const context = (more: Partial<LowerContext> = {}): LowerContext => ({
    result: 'flow.node',
    orderedChoices: undefined,
    factType: undefined,
    ...more,
  });
  const lower = (comparison: Comparison, more?: Partial<LowerContext>) =>
    (vocabulary.operators.get(comparison.operator) as DrawnOperator).lower(comparison, context(more));
  const tiers = ['gold', 'silver', 'bronze', 'none'];

  it.each([
    ['atLeast', 'silver', ['gold', 'silver']],
    ['atLeast', 'gold', ['gold']],
    ['atMost', 'silver', ['silver', 'bronze', 'none']],
    ['atMost', 'none', ['none']],
    ['atLeast', 'platinum', []],
    ['atMost', 'platinum', []],
  ])('%s %s is one of %j', (operator, value, choices) => {
    const { condition, derived } = lower(
      { id: 'c1', fact: 'customer.tier', operator, value },
      { orderedChoices: tiers },
    );
    expect(condition).toEqual({ id: 'c1', fact: 'customer.tier', operator: 'in', value: choices });
    expect(derived).toEqual([]);
  });

  it.each([
    ['inList', 'choice', 'in'],
    ['inList', 'list', 'containsAny'],
    ['notInList', 'text', 'notIn'],
    ['notInList', 'list', 'containsNone'],
  ] as const)('%s of a %s compares with the fact of the list by %s', (operator, factType, plain) => {
    const { condition } = lower(
      { id: 'c1', fact: 'shipTo.city', operator, value: 'remote-areas' },
      { factType },
    );
    expect(condition).toEqual({
      id: 'c1',
      fact: 'shipTo.city',
      operator: plain,
      value: { fact: 'list.remote-areas' },
    });
  });

  /** Moments relative to now, in minutes, and whether the comparison with 60 minutes holds. */
  const moments: [string, [number, boolean][]][] = [
    [
      'withinLast',
      [
        [-60, true],
        [-61, false],
        [0, true],
        [1, false],
      ],
    ],
    [
      'withinNext',
      [
        [60, true],
        [61, false],
        [0, true],
        [-1, false],
      ],
    ],
    [
      'olderThan',
      [
        [-61, true],
        [-60, false],
        [30, false],
      ],
    ],
    [
      'youngerThan',
      [
        [-59, true],
        [-60, false],
        [30, true],
      ],
    ],
  ];
  it.each(moments)('%s compares a calculated difference in minutes', (operator, cases) => {
    const { condition, derived } = lower({ id: 'c1', fact: 'order.placedAt', operator, value: 60 });
    expect(derived).toHaveLength(1);
    const [difference] = derived;
    expect(difference!.calculate).toBe('difference');
    expect(difference!.reads.toSorted()).toEqual(['clock.now', 'order.placedAt']);
    const { from, to } = difference!.with as { from: string; to: string };
    for (const [minutes, expected] of cases) {
      const facts: Record<string, number> = {
        'clock.now': 1000 * hour,
        'order.placedAt': 1000 * hour + minutes * 60_000,
      };
      const value = (facts[to]! - facts[from]!) / 60_000;
      const parts = 'all' in condition ? condition.all : [condition];
      const holds = parts.every((part) => {
        const { fact, operator: name, value: right } = part as Comparison;
        expect(fact).toBe(difference!.id);
        return (vocabulary.operators.get(name) as RunOperator).holds(value, right);
      });
      expect(`${minutes}: ${holds}`).toBe(`${minutes}: ${expected}`);
    }
  });

  it('gives different facts different calculations', () => {
    const ids = ['a-b.c', 'a.b-c', 'a.b.c'].map(
      (fact) => lower({ fact, operator: 'olderThan', value: 1 }).derived[0]!.id,
    );
    expect(new Set(ids).size).toBe(3);
  });
});

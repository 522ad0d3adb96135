import { describe, expect, test } from 'vitest';
import type { DerivedFact } from '../../../rules-library/schema/rule.ts';
import { compileRules } from '../../../runtime/index.ts';

const derive = (
  settings: Record<string, unknown>,
  facts: Record<string, unknown>,
  calculate = 'line-condition',
): unknown => {
  const derived: DerivedFact[] = [{ id: 'f.n1', calculate, with: settings, reads: [] }];
  return compileRules([], { derived }).prepare(facts)['f.n1'];
};
const large = { all: [{ fact: 'line.quantity', operator: 'greaterThan', value: 2 }] };
const of = (...quantities: (number | undefined)[]) => ({
  lines: quantities.map((quantity) => (quantity === undefined ? {} : { 'line.quantity': quantity })),
});
const result = (settings: Record<string, unknown>, facts: Record<string, unknown>): unknown =>
  derive({ conditions: large, output: 'result', ...settings }, facts);

describe('line-condition', () => {
  test.each<[string, Record<string, unknown>, unknown, unknown, unknown]>([
    // quantifier, lines, any, every, none
    ['no lines', of(), false, true, true],
    ['one that meets it', of(1, 3), true, false, false],
    ['all meet it', of(3, 4), true, true, false],
    ['none meets it', of(1, 2), false, false, true],
    ['one not known, the others not', of(1, undefined), undefined, false, undefined],
    ['one not known, another meets it', of(3, undefined), true, undefined, false],
    ['no lines given', {}, undefined, undefined, undefined],
    ['lines of another shape', { lines: 'many' }, undefined, undefined, undefined],
    ['lines that are nothing', { lines: [null, 3] }, undefined, undefined, undefined],
  ])('%s', (_what, facts, any, every, none) => {
    expect(result({ quantifier: 'any' }, facts)).toBe(any);
    expect(result({ quantifier: 'every' }, facts)).toBe(every);
    expect(result({ quantifier: 'none' }, facts)).toBe(none);
  });

  test.each<[string, number, Record<string, unknown>, unknown]>([
    ['greaterThanInclusive', 2, of(3, 3), true],
    ['greaterThanInclusive', 2, of(3, undefined), undefined],
    ['greaterThanInclusive', 1, of(3, undefined), true],
    ['greaterThanInclusive', 3, of(3, undefined), false],
    ['equal', 0, of(), true],
    ['equal', 1, of(3, undefined), undefined],
    ['equal', 5, of(3, undefined), false],
    ['notEqual', 1, of(3), false],
  ])('counts: %s %i', (operator, value, facts, expected) => {
    expect(result({ quantifier: 'count', operator, value }, facts)).toBe(expected);
  });

  test.each<[string, number, unknown[], unknown]>([
    ['greaterThan', 100, [90, 20], true],
    ['greaterThan', 100, [90, undefined], undefined],
    ['lessThan', 0, [], false],
    // An undecided line weighs 50 or nothing: 60 is never reached.
    ['equal', 60, ['?', 20], false],
    ['equal', 70, ['?', 20], undefined],
  ])('sums: %s %i', (operator, value, weights, expected) => {
    const lines = weights.map((weight) =>
      weight === '?'
        ? { 'line.weight': 50 }
        : { 'line.quantity': 3, ...(weight === undefined ? {} : { 'line.weight': weight }) },
    );
    expect(result({ quantifier: 'sum', of: 'line.weight', operator, value }, { lines })).toBe(expected);
  });

  test('hands on the ids of the lines that surely meet it', () => {
    const lines = [
      { 'line.lineId': 'A', 'line.quantity': 5 },
      { 'line.quantity': 5 },
      { 'line.lineId': 'C' },
    ];
    expect(derive({ quantifier: 'any', conditions: large, output: 'matched' }, { lines })).toEqual([
      'A',
      '2',
    ]);
  });

  test('may ask for data of the order, which no line can speak for', () => {
    const conditions = { all: [{ fact: 'order.isRush', operator: 'equal', value: true }] };
    const lines = [{ 'order.isRush': true }];
    expect(result({ quantifier: 'any', conditions }, { lines, 'order.isRush': false })).toBe(false);
    expect(result({ quantifier: 'any', conditions }, { lines })).toBeUndefined();
  });

  test('over many undecided lines is decided by the ends where it can be', () => {
    const lines = Array.from({ length: 500 }, (_, index) => ({ 'line.weight': 1.5 ** (index % 40) }));
    const settings = { quantifier: 'sum', of: 'line.weight' };
    expect(result({ ...settings, operator: 'equal', value: 3 }, { lines })).toBeUndefined();
    expect(result({ ...settings, operator: 'lessThan', value: -1 }, { lines })).toBe(false);
  });
});

describe('difference', () => {
  const settings = { from: 'a', to: 'b', unit: 'minutes' };
  test.each<[Record<string, unknown>, unknown]>([
    [{ a: 0, b: 90_000 }, 1.5],
    [{ a: 60_000, b: 0 }, -1],
    [{ a: 0 }, undefined],
    [{ a: '0', b: 1 }, undefined],
  ])('of %j is %s', (facts, minutes) => {
    expect(derive(settings, facts, 'difference')).toBe(minutes);
  });
});

describe('derived facts', () => {
  const minutes = (id: string, from: string, to: string): DerivedFact => ({
    id,
    calculate: 'difference',
    with: { from, to, unit: 'minutes' },
    reads: [from, to],
  });

  test('are calculated in order of dependence, whatever the order given', () => {
    const derived = [minutes('x.late', 'x.early', 'b'), minutes('x.early', 'a', 'b')];
    expect(compileRules([], { derived }).prepare({ a: 0, b: 120_000 })).toEqual({
      a: 0,
      b: 120_000,
      'x.early': 2,
      'x.late': (120_000 - 2) / 60_000,
    });
    expect(compileRules([], { derived }).facts).toEqual(['a', 'b']);
  });

  test('that depend on themselves, or that nobody can calculate, are refused', () => {
    const round = [minutes('x.a', 'x.b', 'c'), minutes('x.b', 'x.a', 'c')];
    expect(() => compileRules([], { derived: round })).toThrow(/refer to each other/);
    const odd = { ...minutes('x.a', 'a', 'b'), calculate: 'guess' };
    expect(() => compileRules([], { derived: [odd] })).toThrow(/no calculation/);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { compileRules } from '../../../runtime/index.ts';
import {
  changedRules,
  InventedFacts,
  probesOf,
  RulesByScope,
  scopesOf,
} from '../../../runtime/verify/index.ts';
import { createRandom } from '../../../server/rehearsal/chain/random.ts';

const noSamples = (): readonly unknown[] => [];
const received: JsonCondition = { fact: 'event.type', operator: 'equal', value: 'order.received' };
const ruleOf = (conditions: JsonCondition[], id = 'f/r'): JsonRule => ({
  id,
  conditions: { all: [received, ...conditions] },
  event: { type: 'set-tag', params: { tag: 'x' } },
});
const probe = (rule: JsonRule, seed = 1) => {
  const random = createRandom(seed);
  return probesOf(rule, { wanted: 5, samples: noSamples, base: () => ({}), random: () => random.next() });
};

/** A comparison on a fact of its own: no two of a rule exclude each other. */
const comparison = (fact: string): fc.Arbitrary<JsonCondition> => {
  const number = fc.integer({ min: -50, max: 50 });
  const text = fc.constantFrom('a', 'b', 'gold', '苏州');
  const of = (operator: string, value: fc.Arbitrary<unknown>) =>
    value.map((one) => ({ fact, operator, value: one }) as JsonCondition);
  return fc.oneof(
    ...[
      'lessThan',
      'lessThanInclusive',
      'greaterThan',
      'greaterThanInclusive',
      'equal',
      'notEqual',
      'before',
    ].map((operator) => of(operator, number)),
    of(
      'between',
      fc.tuple(number, fc.nat({ max: 9 })).map(([low, more]) => [low, low + more]),
    ),
    ...['equal', 'notEqual', 'contains', 'doesNotContain', 'startsWith', 'endsWith', 'not:equal'].map(
      (operator) => of(operator, text),
    ),
    ...['in', 'notIn', 'containsAny', 'containsNone'].map((operator) =>
      of(operator, fc.uniqueArray(text, { minLength: 1, maxLength: 3 })),
    ),
    of('equal', fc.boolean()),
    of('lessThan', fc.constant({ fact: `${fact}.limit` })),
  );
};

const conditions = fc.integer({ min: 1, max: 4 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) => {
      const one = comparison(`f.n${index}`);
      return fc.oneof(
        { weight: 3, arbitrary: one },
        one.map((inner): JsonCondition => ({ not: inner })),
        fc.tuple(one, comparison(`f.m${index}`)).map((any): JsonCondition => ({ any })),
      );
    }),
  ),
);

describe('orders invented around a rule', () => {
  test('match it, or just do not; and there are as many of each as were wanted, all different', () => {
    fc.assert(
      fc.property(conditions, fc.nat(), (made, seed) => {
        const rule = ruleOf(made);
        const program = compileRules([rule]);
        const { matching, nearly } = probe(rule, seed);
        expect(matching.every((facts) => program.evaluate(facts).events.length === 1)).toBe(true);
        expect(nearly.every((facts) => program.evaluate(facts).events.length === 0)).toBe(true);
        const texts = [...matching, ...nearly].map((facts) => JSON.stringify(facts));
        expect(new Set(texts).size).toBe(texts.length);
        expect(matching.length).toBeGreaterThan(0);
        expect(nearly.length).toBeGreaterThan(0);
        // What nearly matches is of the same event: only there is a miss a near one.
        expect(nearly.every((facts) => facts['event.type'] === 'order.received')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('stand at the boundary: the value itself and its neighbours, or nothing at all', () => {
    const rule = ruleOf([
      { fact: 'order.total', operator: 'greaterThanInclusive', value: 500 },
      { fact: 'order.total', operator: 'isPresent', value: true },
    ]);
    const totals = (facts: readonly Record<string, unknown>[]) => facts.map((one) => one['order.total']);
    const { matching, nearly } = probe(rule);
    expect(new Set(totals(matching))).toEqual(new Set([500, 501, 600]));
    expect(new Set(totals(nearly))).toEqual(new Set([499, 400, undefined]));
  });

  test('miss every part of an alternative, or it would match by another', () => {
    const rule = ruleOf([
      {
        any: [
          { fact: 'f.a', operator: 'notEqual', value: 0 },
          { fact: 'f.b', operator: 'notEqual', value: 'a' },
        ],
      },
    ]);
    expect(probe(rule).nearly[0]).toMatchObject({ 'f.a': 0, 'f.b': 'a' });
  });

  test('values under a path, and a fact on the right side', () => {
    const rule = ruleOf([
      { fact: 'custom.address', path: '$.city[0].name', operator: 'equal', value: '苏州' },
      { fact: 'customer.creditUsed', operator: 'greaterThan', value: { fact: 'customer.creditLimit' } },
    ]);
    const { matching, nearly } = probe(rule);
    expect(matching[0]!['custom.address']).toEqual({ city: [{ name: '苏州' }] });
    expect(nearly.length).toBeGreaterThan(1);
  });

  test('conditions that exclude each other give none', () => {
    const rule = ruleOf([
      { fact: 'order.total', operator: 'greaterThan', value: 5 },
      { fact: 'order.total', operator: 'lessThan', value: 5 },
    ]);
    expect(probe(rule).matching).toEqual([]);
  });
});

test('rules are found by event and stage; those that name none come with all', () => {
  const staged = ruleOf([], 'f/s');
  staged.conditions = {
    all: [
      { fact: 'event.type', operator: 'equal', value: 'stage.entered' },
      { fact: 'event.stage', operator: 'equal', value: 'f/a:approved' },
    ],
  };
  const both = ruleOf([], 'f/b');
  both.conditions = {
    all: [{ fact: 'event.type', operator: 'in', value: ['order.received', 'order.changed'] }],
  };
  const any: JsonRule = {
    ...ruleOf([], 'f/any'),
    conditions: { fact: 'order.total', operator: 'equal', value: 1 },
  };
  const byScope = new RulesByScope([ruleOf([]), staged, both, any]);
  const ids = (event: string, stage: string | null = null) =>
    byScope
      .of({ event, stage })
      .map(({ id }) => id)
      .sort();
  expect(ids('order.received')).toEqual(['f/any', 'f/b', 'f/r']);
  expect(ids('order.changed')).toEqual(['f/any', 'f/b']);
  expect(ids('stage.entered', 'f/a:approved')).toEqual(['f/any', 'f/s']);
  expect(scopesOf(both)).toHaveLength(2);
});

test('invented orders belong to their event, and now and then lack a fact', () => {
  const rules = [ruleOf([{ fact: 'order.total', operator: 'greaterThan', value: 5 }])];
  const random = createRandom(3);
  const invented = new InventedFacts(rules, noSamples, () => random.next());
  const made = Array.from({ length: 200 }, () => invented.next({ event: 'order.received', stage: null }));
  expect(made.every((facts) => facts['event.type'] === 'order.received')).toBe(true);
  expect(new Set(made.map((facts) => facts['order.total']))).toEqual(new Set([-95, 4, 5, 6, 105, undefined]));
});

test('a rule has changed when it asks or does something else, or reads what is calculated otherwise; not when it moved', () => {
  const reads = ruleOf([{ fact: 'f.sum', operator: 'equal', value: true }], 'f/reads');
  const rules = [ruleOf([], 'f/same'), reads, ruleOf([received], 'f/asks')];
  const derived = [
    { id: 'f.base', calculate: 'x', with: { n: 1 }, reads: [] },
    { id: 'f.sum', calculate: 'x', with: {}, reads: ['f.base'] },
  ];
  const moved = rules.map((rule, index) => ({ ...rule, priority: 9 - index }));
  const ids = (changed: readonly JsonRule[]) => changed.map(({ id }) => id);
  expect(ids(changedRules({ rules: moved, derived }, { rules, derived }))).toEqual([]);
  expect(ids(changedRules({ rules, derived }, undefined))).toEqual(['f/same', 'f/reads', 'f/asks']);
  const asks = [...rules.slice(0, 2), ruleOf([], 'f/asks'), ruleOf([], 'f/new')];
  expect(ids(changedRules({ rules: asks, derived }, { rules, derived }))).toEqual(['f/asks', 'f/new']);
  const other = [{ ...derived[0]!, with: { n: 2 } }, derived[1]!];
  expect(ids(changedRules({ rules, derived: other }, { rules, derived }))).toEqual(['f/reads']);
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { JsonComparison, JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { compileRules } from '../../runtime/index.ts';
import { runStock } from '../../server/verify/stock-engine.ts';

// Thousands of drawn examples each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const facts = ['a', 'b', 'c', 'list', 'nested'] as const;
const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('x', 'y', '2', 'x2', ''),
  fc.boolean(),
);
const list = fc.array(scalar, { maxLength: 4 });
const plain = { noNullPrototype: true };
const value = fc.oneof(
  scalar,
  list,
  fc.record({ n: scalar, items: fc.array(fc.record({ q: scalar }, plain), { maxLength: 2 }) }, plain),
);
const factSet = fc.dictionary(fc.constantFrom(...facts), value, { maxKeys: 5, ...plain });

const side = fc.constantFrom('a', 'b', 'list').map((fact) => ({ fact }));
const numeric = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'before', 'after'];
/** Operators with right sides stock does not throw on: throwing is looked at on its own. */
const comparison: fc.Arbitrary<JsonComparison> = fc
  .oneof(
    fc.record({ operator: fc.constantFrom('equal', 'notEqual', ...numeric), value: fc.oneof(scalar, side) }),
    fc.record({
      operator: fc.constantFrom('contains', 'doesNotContain', 'startsWith', 'endsWith'),
      value: scalar,
    }),
    fc.record({
      operator: fc.constantFrom(
        'in',
        'notIn',
        'containsAny',
        'containsAll',
        'containsNone',
        'someValue:equal',
        'everyValue:notEqual',
        'not:in',
        'everyFact:in',
      ),
      value: list,
    }),
    fc.record({ operator: fc.constantFrom('isPresent', 'isMissing'), value: fc.constant(true) }),
    fc.record({
      operator: fc.constantFrom('between', 'notBetween'),
      value: fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
    }),
    fc.record({ operator: fc.constant('matches'), value: fc.constantFrom('^x', '[0-9]+$', '(') }),
    fc.record({
      operator: fc.constantFrom('not:equal', 'swap:lessThan', 'someFact:equal', 'everyFact:greaterThan'),
      value: scalar,
    }),
  )
  .chain(({ operator, value: right }) =>
    fc.record({
      fact: fc.constantFrom(...facts),
      operator: fc.constant(operator),
      value: fc.constant(right as never),
      path: fc.option(fc.constantFrom('$.n', '$.items[0].q', '$', '$.nothing', '$.items[1]'), {
        nil: undefined,
        freq: 4,
      }),
    }),
  )
  .map(({ path, ...rest }) => (path === undefined ? rest : { ...rest, path }));

const condition = fc.letrec<{ node: JsonCondition; leaf: JsonComparison }>((tie) => ({
  leaf: comparison,
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
    fc.constantFrom({ condition: 'named' }, { condition: 'other' }),
  ),
}));

const rules: fc.Arbitrary<JsonRule[]> = fc
  .array(
    fc.record({
      group: fc.constantFrom('all', 'any'),
      parts: fc.array(condition.node, { minLength: 1, maxLength: 3 }),
      priority: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ group, parts, priority }, index) => ({
      id: `r${index}`,
      ...(priority === undefined ? {} : { priority }),
      conditions: { [group]: parts } as unknown as JsonCondition,
      event: { type: `event-${index % 2}`, params: { n: index } },
    })),
  );

const named: Record<string, JsonCondition> = {
  named: { all: [{ fact: 'a', operator: 'equal', value: 1 }] },
  other: {
    any: [
      { fact: 'b', operator: 'isMissing', value: true },
      { fact: 'c', operator: 'lessThan', value: 2 },
    ],
  },
};

describe('evaluate', () => {
  test('gives the events of stock json-rules-engine on any rule array', async () => {
    await fc.assert(
      fc.asyncProperty(rules, factSet, async (array, given) => {
        const ours = compileRules(array, { conditions: named }).evaluate(given).events;
        expect(ours).toEqual(await runStock(array, given, named));
      }),
      { numRuns: 3000 },
    );
  });

  test('is false where stock would throw, and goes on with the other rules', () => {
    const program = compileRules([
      { id: 'throws', conditions: { all: [{ fact: 'a', operator: 'in', value: 5 }] }, event: { type: 'x' } },
      {
        id: 'not-throws',
        conditions: { all: [{ fact: 'a', operator: 'notIn', value: 5 }] },
        event: { type: 'x' },
      },
      {
        id: 'decorated',
        conditions: { all: [{ fact: 'a', operator: 'not:in', value: 5 }] },
        event: { type: 'x' },
      },
      { id: 'fine', conditions: { all: [{ fact: 'a', operator: 'equal', value: 1 }] }, event: { type: 'x' } },
    ]);
    expect(program.evaluate({ a: 1 }).events.map(({ ruleId }) => ruleId)).toEqual(['fine']);
  });

  test('names absent facts of rules whose event, stage and season hold, sorted, short-circuits ignored', () => {
    const guarded = (id: string, event: string, ...parts: JsonCondition[]): JsonRule => ({
      id,
      conditions: { all: [{ fact: 'event.type', operator: 'equal', value: event }, ...parts] },
      event: { type: 'x' },
    });
    const program = compileRules([
      guarded('one', 'order.received', {
        any: [
          { fact: 'z', operator: 'equal', value: 1 },
          { fact: 'b', operator: 'lessThan', value: { fact: 'a' } },
        ],
      }),
      guarded('two', 'order.changed', { fact: 'other', operator: 'equal', value: 1 }),
      guarded(
        'three',
        'order.received',
        { fact: 'season.active', operator: 'contains', value: 'double-12' },
        { fact: 'winter', operator: 'equal', value: 1 },
      ),
      guarded('four', 'order.received', { fact: 'asked', operator: 'isPresent', value: true }),
    ]);
    expect(program.evaluate({ 'event.type': 'order.received', 'season.active': [], z: 1 }).unknown).toEqual([
      'a',
      'b',
    ]);
    expect(
      program.evaluate({ 'event.type': 'order.received', 'season.active': ['double-12'], z: 1, a: 1, b: 2 })
        .unknown,
    ).toEqual(['winter']);
    expect(program.facts).toEqual(['a', 'asked', 'b', 'event.type', 'other', 'season.active', 'winter', 'z']);
  });

  test.each(['__proto__', 'constructor', 'prototype', 'a.__proto__.b'])('refuses %s as a fact', (fact) => {
    const rule = {
      id: 'r',
      conditions: { all: [{ fact, operator: 'equal', value: 1 }] },
      event: { type: 'x' },
    };
    expect(() => compileRules([rule])).toThrow(/cannot be a fact/);
  });

  test.each(['$..a', '$.items[?(@.q>1)]', '$.*', '$.constructor', '$.__proto__.x', 'a.b', '$[-1]'])(
    'refuses path %s',
    (path) => {
      const rule = {
        id: 'r',
        conditions: { all: [{ fact: 'a', path, operator: 'equal', value: 1 }] },
        event: { type: 'x' },
      };
      expect(() => compileRules([rule])).toThrow(/may only hold/);
    },
  );

  test('refuses an unknown operator, an unknown named condition and a bottomless nesting, in both languages', () => {
    let deep: JsonCondition = { fact: 'a', operator: 'equal', value: 1 };
    for (let level = 0; level < 300; level++) deep = { not: deep };
    for (const conditions of [
      { all: [{ fact: 'a', operator: 'resembles', value: 1 }] },
      { condition: 'nowhere' },
      { all: [deep] },
    ] as JsonCondition[]) {
      try {
        compileRules([{ id: 'r', conditions, event: { type: 'x' } }]);
        expect.unreachable();
      } catch (error) {
        expect(error).toMatchObject({
          rule: 'r',
          text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) },
        });
      }
    }
  });

  test('reads own properties only', () => {
    const program = compileRules([
      {
        id: 'r',
        conditions: { all: [{ fact: 'toString', operator: 'isPresent', value: true }] },
        event: { type: 'x' },
      },
      {
        id: 'p',
        conditions: { all: [{ fact: 'a', path: '$.valueOf', operator: 'isPresent', value: true }] },
        event: { type: 'x' },
      },
    ]);
    expect(program.evaluate({ a: {} }).events).toEqual([]);
  });
});

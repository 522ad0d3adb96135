import { createRequire } from 'node:module';
import { assertNoPoisoning, restoreGlobals } from '@fast-check/poisoning';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { operators } from '../../rules-library/operators/index.ts';
import type { JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { BudgetError, compileRules, RuleError } from '../../runtime/index.ts';
import { runStock } from '../../server/verify/stock-engine.ts';
import { hostileKinds, hostileTree } from './support/hostile-trees.ts';

// Thousands of drawn examples each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

/** Hostile trees of each kind; `npm run test:agreement` takes 10,000 in all. */
const hostileOfEach = Math.max(200, Number(process.env.SLUICE_PAIRS ?? 0) / 50);

/** The language itself; the runner keeps and adds things of its own beside it. */
const beside = {
  ignoredRootRegex:
    /^(?!(?:Object|Array|String|Number|Boolean|Function|Map|Set|WeakMap|JSON|Math|Promise|RegExp|Symbol)$)/,
};

afterEach(() => {
  assertNoPoisoning(beside);
  restoreGlobals(beside);
});

const names = operators.filter(({ runs }) => runs).map(({ name }) => name);
const decorated = fc
  .tuple(
    fc.array(fc.constantFrom('not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'), {
      maxLength: 2,
    }),
    fc.constantFrom(...names),
  )
  .map(([around, name]) => [...around, name].join(':'));

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('x', '', '2', '12kg', 'NaN', 'null'),
  fc.boolean(),
  fc.constant(null),
  fc.double({ min: -2, max: 2, noNaN: true }),
);
const valueWith = (...keys: string[]): fc.Arbitrary<unknown> =>
  fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      scalar,
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('any'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).any;
const value = valueWith('n', 'toString', 'valueOf', 'length', 'indexOf');
/** Stock copies a rule's constants and drops keys every object has. */
const constant = valueWith('n', 'length', 'indexOf');

const rule = (conditions: unknown, id = 'r'): JsonRule => ({
  id,
  conditions: conditions as JsonCondition,
  event: { type: 'x' },
});
const matches = (rules: JsonRule[], facts: Record<string, unknown>): string[] =>
  compileRules(rules)
    .evaluate(facts)
    .events.map(({ ruleId }) => ruleId);

describe('evaluate and stock json-rules-engine', () => {
  test('agree on every operator and decorator with any values; where stock throws, the condition is false', async () => {
    const seen = { threw: 0, held: 0 };
    await fc.assert(
      fc.asyncProperty(
        decorated,
        fc.option(value, { nil: undefined }),
        fc.oneof(constant, fc.constant({ fact: 'b' })),
        fc.option(value, { nil: undefined }),
        async (operator, a, right, b) => {
          const facts = { ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) };
          const rules = [rule({ all: [{ fact: 'a', operator, value: right }] })];
          const stock = await runStock(rules, facts).catch(() => 'threw' as const);
          const ours = matches(rules, facts);
          expect(ours).toEqual(stock === 'threw' ? [] : stock.map(({ ruleId }) => ruleId));
          seen.threw += stock === 'threw' ? 1 : 0;
          seen.held += ours.length;
        },
      ),
      { numRuns: 4000 },
    );
    expect(seen.threw).toBeGreaterThan(100);
    expect(seen.held).toBeGreaterThan(100);
  });

  test('never reach the path library of json-rules-engine', async () => {
    const { JSONPath } = createRequire(createRequire(import.meta.url).resolve('json-rules-engine'))(
      'jsonpath-plus',
    ) as {
      JSONPath: { prototype: { evaluate: (...given: unknown[]) => unknown } };
    };
    const own = JSONPath.prototype.evaluate;
    let calls = 0;
    JSONPath.prototype.evaluate = function counted(this: unknown, ...given) {
      calls += 1;
      return own.apply(this, given);
    };
    try {
      const rules = [
        rule({
          all: [{ fact: 'a', path: '$.items[0].n', operator: 'equal', value: { fact: 'a', path: '$.n' } }],
        }),
      ];
      const facts = { a: { n: 1, items: [{ n: 1 }] } };
      expect((await runStock(rules, facts)).map(({ ruleId }) => ruleId)).toEqual(matches(rules, facts));
      expect(calls).toBe(0);
    } finally {
      JSONPath.prototype.evaluate = own;
    }
  });

  test('take rules of foreign arrays, which may have no id and odd priorities', async () => {
    const always = { all: [] };
    const foreign = [
      { conditions: always, event: { type: 'unnamed' } },
      { name: 'named', priority: '5', conditions: always, event: { type: 'named' } },
      { id: 'half', priority: 2.9, conditions: { any: [] }, event: { type: 'half', params: { n: 1 } } },
      {
        id: 'zero',
        priority: 0,
        conditions: { not: { fact: 'a', operator: 'equal', value: 1 } },
        event: { type: 'zero' },
      },
    ] as unknown as JsonRule[];
    const { events } = compileRules(foreign).evaluate({});
    expect(events.map(({ ruleId }) => ruleId)).toEqual(['named', 'half', 'rule-1', 'zero']);
    const stock = await runStock(
      foreign.map((one) => ({ ...one, priority: one.priority || 1 })),
      {},
    );
    expect(events.map(({ type }) => type)).toEqual(stock.map(({ type }) => type));
  });
});

describe('events', () => {
  test('come by priority, then as the rules stand, whichever equality finds them', () => {
    const anchored = fc.record({
      fact: fc.constantFrom('a', 'b', 'c'),
      operator: fc.constantFrom('equal', 'in', 'notEqual'),
      right: fc.integer({ min: 0, max: 2 }),
      priority: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(anchored, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }), {
          noNullPrototype: true,
        }),
        (given, facts) => {
          const rules = given.map((parts, index) => ({
            ...rule(
              {
                all: parts.map(({ fact, operator, right }) => ({
                  fact,
                  operator,
                  value: operator === 'in' ? [right, right, 9] : right,
                })),
              },
              `r${index}`,
            ),
            priority: parts[0]!.priority,
          }));
          const naive = rules
            .filter((_, index) =>
              given[index]!.every(
                ({ fact, operator, right }) => (facts[fact] === right) === (operator !== 'notEqual'),
              ),
            )
            .sort((one, other) => other.priority - one.priority)
            .map(({ id }) => id);
          expect(matches(rules, facts)).toEqual(naive);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('do not depend on the order of keys of facts and conditions', () => {
    const facts = { z: 1, a: { n: 2 }, m: [3] };
    const turned = { m: [3], a: { n: 2 }, z: 1 };
    const rules = [
      rule({
        all: [
          { value: 2, operator: 'equal', path: '$.n', fact: 'a' },
          { fact: 'm', operator: 'contains', value: 3 },
        ],
      }),
    ];
    expect(compileRules(rules).evaluate(turned)).toEqual(compileRules(rules).evaluate(facts));
  });
});

describe('hostile rules', () => {
  const key = fc.constantFrom(
    'all',
    'any',
    'not',
    'fact',
    'operator',
    'value',
    'condition',
    'path',
    'priority',
    '__proto__',
    'constructor',
  );
  const tree = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium', maxDepth: 5 },
      fc.constantFrom<unknown>(
        null,
        1,
        'a',
        'equal',
        '__proto__',
        '$..x',
        true,
        undefined,
        Number.NaN,
        Number.POSITIVE_INFINITY,
      ),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(key, tie('node'), { maxKeys: 4 }),
      fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
      fc.record({
        fact: fc.constantFrom('a', 'b.__proto__'),
        operator: fc.constantFrom('equal', 'in', 'eval'),
        value: tie('node'),
      }),
    ),
  })).node;

  test('are refused with the rule and the reason in both languages, or do no harm', () => {
    const seen = { refused: 0, taken: 0 };
    fc.assert(
      fc.property(tree, tree, (conditions, facts) => {
        try {
          const program = compileRules([rule(conditions)], {});
          program.evaluate(
            typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : { a: facts },
          );
          seen.taken += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(RuleError);
          expect((error as RuleError).text.zh).toMatch(/\p{Script=Han}/u);
          expect((error as RuleError).message).toContain('r:');
          seen.refused += 1;
        }
      }),
      { numRuns: 3000 },
    );
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.taken).toBeGreaterThan(50);
  });

  test.each(hostileKinds)('of the kind %s are refused with place and reason, or do no harm', (kind) => {
    const seen = { refused: 0, overBudget: 0, taken: 0 };
    for (let seed = 1; seed <= hostileOfEach; seed++) {
      const { conditions, facts } = hostileTree(kind, seed);
      try {
        compileRules([rule(conditions)]).evaluate(facts);
        seen.taken += 1;
      } catch (error) {
        if (!(error instanceof RuleError)) expect.fail(`seed ${seed}: ${String(error)}`);
        if (error instanceof BudgetError) seen.overBudget += 1;
        else expect(error.path, `seed ${seed}`).toMatch(/^conditions/);
        expect(error.text.zh).toMatch(/\p{Script=Han}/u);
        seen.refused += 1;
      }
    }
    expect(seen.refused).toBeGreaterThan(0);
    if (kind === 'heavy lists') expect(seen.overBudget).toBeGreaterThan(0);
    expect(seen.refused + seen.taken).toBe(hostileOfEach);
  });

  test('say where they are wrong', () => {
    const equal = { fact: 'a', operator: 'equal', value: 1 };
    const wrong = { fact: 'a', operator: 'resembles', value: 1 };
    const pathOf = (conditions: unknown, named: Record<string, JsonCondition> = {}): unknown => {
      try {
        compileRules([rule(conditions)], { conditions: named });
      } catch (error) {
        return (error as RuleError).path;
      }
      return null;
    };
    expect(pathOf({ all: [equal, { not: { any: [equal, wrong] } }] })).toBe('conditions.all[1].not.any[1]');
    expect(pathOf({ all: [{ condition: 'named' }] }, { named: { any: [wrong] } as never })).toBe(
      'conditions.all[0].condition(named).any[0]',
    );
    expect(pathOf(equal)).toBe('conditions');
  });

  test('in whatever shape the array comes', () => {
    for (const given of [
      null,
      'rules',
      {},
      [null],
      [[]],
      [{}],
      [{ conditions: { all: [] } }],
      [{ conditions: { all: [] }, event: {} }],
    ]) {
      expect(() => compileRules(given as never)).toThrow(RuleError);
    }
    expect(() => compileRules([{ ...rule({ all: [] }), priority: -1 }])).toThrow(/priority/);
  });

  test('with more names than any tree can hold are read once', () => {
    const conditions: Record<string, JsonCondition> = {
      n0: { all: [{ fact: 'a', operator: 'equal', value: 1 }] },
    };
    for (let level = 1; level < 100; level++) {
      const condition = `n${level - 1}`;
      conditions[`n${level}`] = { all: [{ condition }, { any: [{ condition }, { condition }] }] };
    }
    const program = compileRules([rule({ condition: 'n99' })], { conditions });
    expect(program.evaluate({ a: 1 }).events).toHaveLength(1);
    conditions.n0 = { all: [{ condition: 'n99' }] };
    expect(() => compileRules([rule({ condition: 'n99' })], { conditions })).toThrow(/refers to itself/);
  });

  test('never see what facts inherit', () => {
    const facts = Object.create({ a: 1 }) as Record<string, unknown>;
    expect(matches([rule({ all: [{ fact: 'a', operator: 'equal', value: 1 }] })], facts)).toEqual([]);
    const evil = JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}') as Record<
      string,
      unknown
    >;
    expect(matches([rule({ all: [{ fact: 'a', operator: 'equal', value: 1 }] })], evil)).toEqual([]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
});

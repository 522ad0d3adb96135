import { execFileSync } from 'node:child_process';
import { describe, expect, test, vi } from 'vitest';
import type { DerivedFact, JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { BudgetError, compileRules } from '../../runtime/index.ts';
import { randomProgram } from './support/random-rules.ts';

// A process is started: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const when = (id: string, event: string, ...parts: JsonCondition[]): JsonRule => ({
  id,
  conditions: { all: [{ fact: 'event.type', operator: 'equal', value: event }, ...parts] },
  event: { type: 'x' },
});
const idsOf = (rules: JsonRule[], facts: Record<string, unknown>): string[] =>
  compileRules(rules)
    .evaluate(facts)
    .events.map(({ ruleId }) => ruleId);

describe('rules of an index', () => {
  test('with lists too long to be written into blocks are found as others are', () => {
    const list = (from: number): string[] => Array.from({ length: 150 }, (_, at) => `v${from + at}`);
    const rules = Array.from({ length: 40 }, (_, at): JsonRule => ({
      id: `r${at}`,
      conditions: {
        all: [
          { fact: at < 2 ? 'b' : 'a', operator: 'in', value: list(at * 10) },
          { fact: 'n', operator: 'greaterThan', value: at },
        ],
      },
      event: { type: 'x' },
    }));
    expect(idsOf(rules, { a: 'v155', b: 'v155', n: 9 })).toEqual([
      'r1',
      'r2',
      'r3',
      'r4',
      'r5',
      'r6',
      'r7',
      'r8',
    ]);
    expect(idsOf(rules, { a: 'v155', b: 'v9', n: 9 })).toEqual([
      'r0',
      'r2',
      'r3',
      'r4',
      'r5',
      'r6',
      'r7',
      'r8',
    ]);
    expect(idsOf(rules, { a: 'w', b: 'w', n: 99 })).toEqual([]);
  });

  test('are found where a field has more bounds than there is room for', () => {
    const bounds = Array.from({ length: 9_000 }, (_, at) => (at * 7919) % 9_000);
    const rules = bounds.map((bound): JsonRule => ({
      id: `r${bound}`,
      conditions: {
        all: [
          { fact: 'n', operator: bound % 2 === 0 ? 'greaterThanInclusive' : 'lessThan', value: bound },
          { fact: 'n', operator: 'between', value: [bound - 5, bound + 5] },
        ],
      },
      event: { type: 'x' },
    }));
    const program = compileRules(rules);
    for (const n of [-4, 0, 511.5, 4999, 5000, 9_002, 9_005, Number.NaN, '17', null, true]) {
      const near = (bound: number): boolean =>
        typeof n === 'number' &&
        n >= bound - 5 &&
        n <= bound + 5 &&
        (bound % 2 === 0 ? n >= bound : n < bound);
      const found = program.evaluate({ n }).events.map(({ ruleId }) => ruleId);
      expect(found.sort(), String(n)).toEqual(
        bounds
          .filter(near)
          .map((bound) => `r${bound}`)
          .sort(),
      );
    }
  });

  test('keep their bounds at the ends of what numbers there are', () => {
    const value = [0, -0, 5e-324, -5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, 0.1 + 0.2, 2 ** 53];
    const operators = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const;
    const holds = {
      lessThan: (a: number, b: number) => a < b,
      lessThanInclusive: (a: number, b: number) => a <= b,
      greaterThan: (a: number, b: number) => a > b,
      greaterThanInclusive: (a: number, b: number) => a >= b,
    };
    const rules = operators.flatMap((operator) =>
      value.map((bound, at): JsonRule => ({
        id: `${operator} ${at}`,
        conditions: { all: [{ fact: 'a', operator, value: bound }] },
        event: { type: 'x' },
      })),
    );
    for (const a of [...value, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]) {
      const expected = operators.flatMap((operator) =>
        value.flatMap((bound, at) => (holds[operator](a, bound) ? [`${operator} ${at}`] : [])),
      );
      expect(idsOf(rules, { a }), String(a)).toEqual(expected);
    }
  });

  test('read a fact at most once, and none of other events', () => {
    const read: string[] = [];
    const watched = (given: Record<string, unknown>): Record<string, unknown> => {
      const facts = {};
      for (const name of Object.keys(given)) {
        Object.defineProperty(facts, name, { enumerable: true, get: () => (read.push(name), given[name]) });
      }
      return facts;
    };
    const rules = [1, 2, 3].flatMap((value) => [
      when(`in-${value}`, 'order.received', { fact: 'a', operator: 'greaterThanInclusive', value }),
      when(`out-${value}`, 'order.changed', { fact: 'b', operator: 'equal', value }),
    ]);
    const { events } = compileRules(rules).evaluate(watched({ 'event.type': 'order.received', a: 2, b: 1 }));
    expect(events.map(({ ruleId }) => ruleId)).toEqual(['in-1', 'in-2']);
    expect(read.sort()).toEqual(['a', 'event.type']);
  });

  test('may be asked while they are asked', () => {
    const program = compileRules([when('r', 'order.received', { fact: 'a', operator: 'equal', value: 1 })]);
    const inner: unknown[] = [];
    const facts = {
      'event.type': 'order.received',
      get a() {
        inner.push(program.evaluate({ 'event.type': 'order.received', a: 2 }).events);
        return 1;
      },
    };
    expect(program.evaluate(facts).events).toHaveLength(1);
    expect(inner).toEqual([[]]);
  });

  test('never see what was put on the prototype of all objects', () => {
    const program = compileRules([
      when('r', 'order.received', { fact: 'planted', operator: 'equal', value: 1 }),
    ]);
    const shared = Object.prototype as unknown as Record<string, unknown>;
    shared.planted = 1;
    try {
      expect(program.evaluate({ 'event.type': 'order.received' })).toEqual({
        events: [],
        unknown: ['planted'],
      });
    } finally {
      delete shared.planted;
    }
  });
});

describe('derived facts', () => {
  const minutes = (id: string, from: string): DerivedFact => ({
    id,
    calculate: 'difference',
    with: { from, to: 'clock.now', unit: 'minutes' },
    reads: [from, 'clock.now'],
  });
  const derived = [minutes('f.n1', 'a'), minutes('f.n2', 'b'), minutes('g.n1', 'c'), minutes('g.n2', 'd')];
  const over = (fact: string): JsonCondition => ({ fact, operator: 'greaterThan', value: 1 });
  const rules: JsonRule[] = [
    when('received', 'order.received', over('f.n1')),
    when('changed', 'order.changed', over('g.n1')),
    { ...when('params', 'order.received'), event: { type: 'x', params: { text: '{g.n2} min' } } },
    when(
      'season',
      'order.received',
      { fact: 'season.active', operator: 'contains', value: 'double-12' },
      over('f.n2'),
    ),
  ];
  const facts = { 'event.type': 'order.received', a: 0, b: 0, c: 0, d: 0, 'clock.now': 120_000 };

  test('are added where a condition or a param of a rule that applies reads them', () => {
    const program = compileRules(rules, { derived });
    expect(program.prepare(facts)).toEqual({ ...facts, 'f.n1': 2, 'g.n2': 2 });
    expect(program.prepare({ ...facts, 'event.type': 'order.changed' })).toHaveProperty(['g.n1'], 2);
    const season = { ...facts, 'season.active': ['double-12'] };
    expect(program.prepare(season)).toEqual({ ...season, 'f.n1': 2, 'f.n2': 2, 'g.n2': 2 });
  });

  test('decide and are missed as loaded facts are', () => {
    const program = compileRules(rules, { derived });
    expect(program.evaluate(facts).events.map(({ ruleId }) => ruleId)).toEqual(['received', 'params']);
    const { a: _a, ...less } = facts;
    expect(program.evaluate(less)).toMatchObject({ events: [{ ruleId: 'params' }], unknown: ['f.n1'] });
  });
});

describe('a budget of steps', () => {
  const list = Array.from({ length: 3000 }, (_, at) => at);
  const heavy: JsonRule = {
    id: 'heavy',
    conditions: { all: [{ fact: 'a', operator: 'someFact:someValue:equal', value: list }] },
    event: { type: 'x' },
  };

  test('keeps rules and facts from taking for ever, before the time is spent', () => {
    expect(() => compileRules([heavy]).evaluate({ a: list.map((one) => -1 - one) })).toThrow(BudgetError);
    expect(compileRules([heavy]).evaluate({ a: [2999] }).events).toHaveLength(1);
  });

  test('leaves nothing of the run it ended', () => {
    const program = compileRules([heavy]);
    expect(() => program.evaluate({ a: list })).toThrow(/more than 1000000 steps/);
    expect(program.evaluate({ a: [-5] }).events).toEqual([]);
  });

  test('counts the lines a calculation goes through', () => {
    const derived: DerivedFact[] = [
      {
        id: 'f.n1',
        calculate: 'line-condition',
        with: {
          quantifier: 'any',
          conditions: { fact: 'line.n', operator: 'equal', value: 1 },
          output: 'result',
        },
        reads: ['lines'],
      },
    ];
    const rule: JsonRule = {
      id: 'r',
      conditions: { all: [{ fact: 'f.n1', operator: 'equal', value: true }] },
      event: { type: 'x' },
    };
    const lines = Array.from({ length: 500 }, () => ({ 'line.n': 1 }));
    expect(compileRules([rule], { derived }).evaluate({ lines }).events).toHaveLength(1);
    expect(() => compileRules([rule], { derived, budget: 400 }).evaluate({ lines })).toThrow(BudgetError);
  });
});

test('explaining the matched only says of them what explaining all says', () => {
  let matched = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const { rules, conditions, orders } = randomProgram(seed);
    const program = compileRules(rules, { conditions });
    for (const order of orders) {
      const all = program.explain(order).rules.filter(({ state }) => state === 'matched');
      expect(program.explain(order, { only: 'matched' }).rules).toEqual(all);
      expect(all.map(({ rule }) => rule)).toEqual(program.evaluate(order).events.map(({ ruleId }) => ruleId));
      matched += all.length;
    }
  }
  expect(matched).toBeGreaterThan(100);
});

describe('decisions are the same', () => {
  /** Keys of every object turned round. */
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, turned(inner)]),
    );
  };

  test('in whatever order keys of rules and facts come', () => {
    for (let seed = 1; seed <= 80; seed++) {
      const { rules, conditions, orders } = randomProgram(seed);
      const program = compileRules(rules, { conditions });
      const other = compileRules(turned(rules) as JsonRule[], { conditions: turned(conditions) as never });
      for (const order of orders) {
        expect(other.evaluate(turned(order) as never)).toEqual(program.evaluate(order));
      }
    }
  });

  test('in every time zone', () => {
    const script = new URL('support/decide-in-zone.ts', import.meta.url).pathname;
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York'];
    const output = execFileSync(process.execPath, ['--import', 'tsx', script, ...zones], {
      encoding: 'utf8',
    });
    const decided = JSON.parse(output) as { offset: number; events: number; hash: string }[];
    expect(decided.map(({ offset }) => offset)).toEqual([0, -480, 300]);
    expect(decided[0]!.events).toBeGreaterThan(100);
    expect(new Set(decided.map(({ hash }) => hash)).size).toBe(1);
  });
});

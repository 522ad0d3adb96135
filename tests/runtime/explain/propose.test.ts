import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  compileFlow,
  compileRules,
  conditionInWords,
  proposalInWords,
  proposeChange,
} from '../../../runtime/index.ts';
import type { JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { testVocabulary } from '../../support/test-vocabulary.ts';
import { drawnFlow, orderFacts } from '../support/drawn-flows.ts';
import { everyOrder, smallConditions } from '../support/small-rules.ts';

// Many generated rules and orders: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const is = (fact: string, operator: string, value: unknown): JsonCondition =>
  ({ fact, operator, value }) as JsonCondition;
const rule = (...all: JsonCondition[]): JsonRule => ({ id: 'r', conditions: { all }, event: { type: 'x' } });
const changes = (given: JsonRule, facts: Record<string, unknown>) =>
  proposeChange(given, facts)?.changes.map(({ fact, from, to }) => [fact, from, to]);

describe('the smallest change that makes a rule match', () => {
  const large = rule(is('order.total', 'greaterThan', 500_000));

  test('is a concrete value, and says whether all beyond would do', () => {
    expect(proposeChange(large, { 'order.total': 420_000 })).toEqual({
      changes: [{ fact: 'order.total', from: 420_000, to: 500_001, bound: 'at-least' }],
      supply: [],
      isSmallest: true,
    });
    expect(
      proposeChange(rule(is('order.total', 'between', [10, 20])), { 'order.total': 30 })!.changes,
    ).toEqual([{ fact: 'order.total', from: 30, to: 20, bound: null }]);
  });

  test('is nothing for a rule that matches', () => {
    expect(proposeChange(large, { 'order.total': 500_001 })).toBeNull();
  });

  test('names what to supply where data is missing', () => {
    const proposal = proposeChange(
      rule(is('customer.tier', 'equal', 'gold'), is('order.total', 'greaterThan', 5)),
      {
        'order.total': 10,
      },
    );
    expect(proposal).toMatchObject({
      changes: [{ fact: 'customer.tier', to: 'gold' }],
      supply: ['customer.tier'],
    });
  });

  test('takes the way with fewer facts, then the one with the smaller relative change', () => {
    const two = [is('order.total', 'greaterThan', 100), is('order.weight', 'greaterThan', 100)];
    const given = rule({ any: [{ all: two }, is('customer.tier', 'equal', 'gold')] });
    expect(changes(given, { 'order.total': 1, 'order.weight': 1, 'customer.tier': 'none' })).toEqual([
      ['customer.tier', 'none', 'gold'],
    ]);
    const either = rule({ any: two });
    expect(changes(either, { 'order.total': 50, 'order.weight': 99 })).toEqual([['order.weight', 99, 101]]);
  });

  test('counts a fact once however many conditions it has to meet', () => {
    const given = rule({
      any: [
        {
          all: [
            is('order.total', 'greaterThan', 10),
            is('order.total', 'notEqual', 11),
            is('order.total', 'lessThan', 20),
          ],
        },
        { all: [is('customer.tier', 'equal', 'gold'), is('order.isRush', 'equal', true)] },
      ],
    });
    expect(changes(given, { 'order.total': 5, 'customer.tier': 'none', 'order.isRush': false })).toEqual([
      ['order.total', 5, 12],
    ]);
  });

  test('never touches the event, the stage or the season', () => {
    const given = rule(is('event.type', 'equal', 'order.received'), {
      any: [is('season.active', 'contains', 'x'), is('order.total', 'greaterThan', 5)],
    });
    expect(changes(given, { 'event.type': 'order.received', 'season.active': [], 'order.total': 1 })).toEqual(
      [['order.total', 1, 6]],
    );
    expect(proposeChange(given, { 'event.type': 'order.shipped', 'order.total': 9 })).toBeNull();
  });

  test('keeps what a list holds beside what it needs', () => {
    expect(changes(rule(is('order.tags', 'containsAll', ['a', 'b'])), { 'order.tags': ['c', 'b'] })).toEqual([
      ['order.tags', ['c', 'b'], ['c', 'b', 'a']],
    ]);
    expect(changes(rule(is('order.tags', 'doesNotContain', 'c')), { 'order.tags': ['c', 'b'] })).toEqual([
      ['order.tags', ['c', 'b'], ['b']],
    ]);
  });

  test('of two facts compared changes the one that has less far to go', () => {
    const given = rule(is('order.total', 'greaterThan', { fact: 'customer.creditLeft' }));
    expect(changes(given, { 'order.total': 900, 'customer.creditLeft': 1000 })).toEqual([
      ['customer.creditLeft', 1000, 899],
    ]);
    expect(changes(given, { 'order.total': 900 })).toEqual([
      ['customer.creditLeft', undefined, expect.any(Number)],
    ]);
  });

  test('moves the moment, not the clock', () => {
    const id = 'f.n.since.order.placedAt';
    const derived = [
      {
        id,
        calculate: 'difference',
        with: { from: 'order.placedAt', to: 'clock.now', unit: 'minutes' },
        reads: ['order.placedAt', 'clock.now'],
      },
    ];
    const now = Date.UTC(2025, 11, 12);
    const facts = { 'clock.now': now, 'order.placedAt': now - 5 * 60_000 };
    const proposal = proposeChange(rule(is(id, 'greaterThan', 30)), facts, { derived });
    expect(proposal!.changes).toMatchObject([{ fact: 'order.placedAt', to: now - 31 * 60_000 }]);
  });

  const lines = (quantifier: string, conditions: JsonCondition) => ({
    id: 'f.n',
    calculate: 'line-condition',
    with: { output: 'result', quantifier, conditions },
    reads: ['lines'],
  });

  test('changes the line that is nearest, and adds one only where there is none', () => {
    const derived = [lines('any', is('line.quantity', 'greaterThan', 30))];
    const given = rule(is('f.n', 'equal', true));
    const order = { lines: [{ 'line.quantity': 1 }, { 'line.quantity': 25, 'line.isFragile': true }] };
    const proposal = proposeChange(given, order, { derived });
    expect(proposal!.changes).toMatchObject([
      { fact: 'lines', to: [{ 'line.quantity': 1 }, { 'line.quantity': 31, 'line.isFragile': true }] },
    ]);
    expect(proposalInWords(proposal!, testVocabulary)).toEqual({
      zh: '明细 2：数量 改成 31 → 命中',
      en: 'line 2: Quantity changed to 31 → it matches',
    });
    expect(proposeChange(given, { lines: [] }, { derived })!.changes).toMatchObject([
      { fact: 'lines', to: [{ 'line.quantity': 31 }] },
    ]);
  });

  test('changes every line where all have to be so', () => {
    const derived = [lines('every', is('line.quantity', 'lessThanInclusive', 5))];
    const order = { lines: [{ 'line.quantity': 9 }, { 'line.quantity': 3 }, { 'line.quantity': 6 }] };
    const proposal = proposeChange(rule(is('f.n', 'equal', true)), order, { derived });
    expect(proposal!.changes).toMatchObject([
      { fact: 'lines', to: [{ 'line.quantity': 5 }, { 'line.quantity': 3 }, { 'line.quantity': 5 }] },
    ]);
  });

  test('is not promised where patterns leave it open', () => {
    expect(proposeChange(rule(is('order.note', 'matches', '^[0-9]{3}$')), { 'order.note': 'x' })).toBeNull();
  });
});

test('on small domains it makes the rule match, and no order that matches differs in fewer facts', () => {
  fc.assert(
    fc.property(smallConditions, fc.constantFrom(...everyOrder), (conditions, facts) => {
      const given = { id: 'r', conditions, event: { type: 'x' } };
      const program = compileRules([given]);
      const matches = (some: Record<string, unknown>) => program.evaluate(some).events.length > 0;
      const proposal = proposeChange(given, facts);
      const matching = everyOrder.filter(matches);
      const fewest = Math.min(...matching.map((order) => differences(facts, order)));
      if (proposal === null) {
        expect(matches(facts) || fewest === Infinity).toBe(true);
        return;
      }
      const changed: Record<string, unknown> = { ...facts };
      for (const { fact, to } of proposal.changes) {
        if (to === undefined) delete changed[fact];
        else changed[fact] = to;
      }
      expect(matches(changed)).toBe(true);
      expect(proposal.changes).toHaveLength(fewest);
      expect(proposal.isSmallest).toBe(true);
      const nearest = matching.filter((order) => differences(facts, order) === fewest);
      expect(moved(facts, changed)).toBe(Math.min(...nearest.map((order) => moved(facts, order))));
    }),
    { numRuns: 250 },
  );
});

/** Of numbers how far they move as a part of what they were, 1 for anything else, nothing for what was missing, most for taking away. */
function moved(one: Record<string, unknown>, other: Record<string, unknown>): number {
  return Object.keys(one)
    .filter((fact) => JSON.stringify(one[fact]) !== JSON.stringify(other[fact]))
    .reduce((total, fact) => {
      const [from, to] = [one[fact], other[fact]];
      if (to === undefined) return Infinity;
      const isNumber = typeof from === 'number' && typeof to === 'number';
      return total + (isNumber ? Math.abs(to - from) / Math.max(Math.abs(from), 1) : 1);
    }, 0);
}

function differences(one: Record<string, unknown>, other: Record<string, unknown>): number {
  const facts = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...facts].filter((fact) => JSON.stringify(one[fact]) !== JSON.stringify(other[fact])).length;
}

test('on drawings it makes the rule match, whatever the order', () => {
  fc.assert(
    fc.property(drawnFlow, orderFacts, (drawn, order) => {
      const { rules, derived } = compileFlow(drawn, testVocabulary);
      const facts = { ...order, 'event.type': 'order.received' };
      for (const given of rules) {
        const proposal = proposeChange(given, facts, { derived, vocabulary: testVocabulary });
        if (proposal === null) continue;
        const changed: Record<string, unknown> = { ...facts };
        for (const { fact, to } of proposal.changes) {
          expect(fact).not.toMatch(/^(event|season)\./);
          changed[fact] = to;
        }
        expect(compileRules([given], { derived }).evaluate(changed).events).toHaveLength(1);
      }
    }),
    { numRuns: 40 },
  );
});

describe('in words', () => {
  const given = rule(is('order.total', 'greaterThan', 500_000), {
    not: is('customer.tier', 'equal', 'none'),
  });

  test('a condition says what is needed and what the order had', () => {
    const facts = { 'order.total': 420_000, 'customer.tier': 'none' };
    const [explained] = compileRules([given]).explain(facts).rules;
    expect(explained!.conditions.map((one) => conditionInWords(one, facts, testVocabulary))).toEqual([
      {
        zh: '订单金额 高于 ¥5,000 实际 ¥4,200',
        en: 'Order total is above ¥5,000, actually ¥4,200',
      },
      { zh: expect.stringContaining('非'), en: expect.stringContaining('not') },
    ]);
  });

  test('a proposal says what to change, what to supply, and that more would do', () => {
    const words = (facts: Record<string, unknown>) =>
      proposalInWords(proposeChange(given, facts)!, testVocabulary);
    expect(words({ 'order.total': 420_000, 'customer.tier': 'none' })).toEqual({
      zh: '订单金额 改成 ¥5,000.01 以上，客户等级 改成 金级 → 命中',
      en: 'Order total changed to ¥5,000.01 or more, Customer tier changed to Gold → it matches',
    });
    expect(words({ 'customer.tier': 'gold' }).zh).toBe('订单金额 补上 ¥5,000.01 以上 → 命中');
  });
});

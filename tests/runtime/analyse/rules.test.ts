import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { analyse, compileFlow, compileRules, type Finding } from '../../../runtime/index.ts';
import type { JsonCondition, JsonEvent, JsonRule } from '../../../rules-library/schema/rule.ts';
import { testVocabulary } from '../../support/test-vocabulary.ts';
import { drawnFlow, orderFacts } from '../support/drawn-flows.ts';
import { everyOrder, smallRules } from '../support/small-rules.ts';

// Many generated rule sets: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const is = (fact: string, operator: string, value: unknown): JsonCondition =>
  ({ fact, operator, value }) as JsonCondition;
const rule = (
  id: string,
  conditions: JsonCondition[],
  event: JsonEvent = { type: 'mark-rush' },
): JsonRule => ({
  id,
  conditions: { all: [is('event.type', 'equal', 'order.received'), ...conditions] },
  event,
});
const hold = (...blocks: string[]): JsonEvent => ({
  type: 'hold-order',
  params: { code: 'other', ...(blocks.length === 0 ? {} : { blocks }) },
});
const kinds = (findings: readonly Finding[]) => findings.map(({ kind, rules }) => [kind, ...rules]);

/** Ids of the rules that fire on these facts. */
function firing(rules: readonly JsonRule[], facts: Record<string, unknown>): string[] {
  return compileRules(rules)
    .evaluate(facts)
    .events.map(({ ruleId }) => ruleId);
}

describe('a rule that can never fire', () => {
  test('comes with the smallest set of conditions that exclude each other, in words', () => {
    const [finding, ...others] = analyse([
      rule('f/a', [
        is('customer.tier', 'equal', 'gold'),
        is('order.total', 'greaterThan', 500_000),
        is('order.isRush', 'equal', true),
        is('order.total', 'lessThan', 300_000),
      ]),
    ]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'unreachable', rules: ['f/a'], nodes: ['f/a'], witness: null });
    expect(finding!.proof!.map(({ text }) => text.zh)).toEqual([
      '「订单金额 高于 ¥5,000」',
      '「订单金额 低于 ¥3,000」',
    ]);
    expect(finding!.text.zh).toContain('「订单金额 高于 ¥5,000」与「订单金额 低于 ¥3,000」互相矛盾');
    expect(finding!.text.en).toContain('exclude each other');
  });

  test.each([
    ['no whole number lies between', [is('order.total', 'greaterThan', 5), is('order.total', 'lessThan', 6)]],
    ['a choice of another list', [is('customer.tier', 'equal', 'platinum')]],
    ['an amount that is text', [is('order.total', 'equal', 'many')]],
    ['both present and missing', [is('order.note', 'isMissing', true), is('order.note', 'equal', 'x')]],
    ['two beginnings', [is('order.note', 'startsWith', 'A'), is('order.note', 'startsWith', 'B1')]],
    [
      'a beginning and not',
      [is('order.note', 'startsWith', 'AB'), { not: is('order.note', 'startsWith', 'A') }],
    ],
    ['an entry and not', [is('order.tags', 'contains', 'a'), is('order.tags', 'containsNone', ['b', 'a'])]],
    [
      'every alternative contradicts the rest',
      [
        is('customer.tier', 'in', ['gold', 'silver']),
        { any: [is('customer.tier', 'equal', 'none'), is('customer.tier', 'notIn', ['gold', 'silver'])] },
      ],
    ],
    [
      'facts compared with each other both ways',
      [
        is('order.total', 'greaterThan', { fact: 'customer.creditLeft' }),
        is('customer.creditLeft', 'greaterThanInclusive', { fact: 'order.total' }),
        is('order.total', 'isPresent', true),
        is('customer.creditLeft', 'isPresent', true),
      ],
    ],
    [
      'facts compared with each other across bounds',
      [
        is('order.total', 'lessThan', 100),
        is('customer.creditLeft', 'greaterThan', 100),
        is('order.total', 'greaterThan', { fact: 'customer.creditLeft' }),
      ],
    ],
  ] as [string, JsonCondition[]][])('%s', (_, conditions) => {
    expect(kinds(analyse([rule('r', conditions)]))).toEqual([['unreachable', 'r']]);
  });

  test.each([
    [
      'a fraction lies between',
      [is('order.hoursToPromise', 'greaterThan', 5), is('order.hoursToPromise', 'lessThan', 6)],
    ],
    [
      'a channel the company added',
      [is('order.channel', 'notIn', ['taobao', 'douyin', 'jd', 'youzan', 'b2b', 'pos', 'csv', 'manual'])],
    ],
    ['compared facts', [is('order.total', 'greaterThan', { fact: 'customer.creditLeft' })]],
    ['a plain pattern', [is('order.note', 'matches', '^urgent$')]],
    [
      'a place within a fact',
      [{ ...is('custom.box', 'greaterThan', 3), path: '$.sides[1].cm' } as JsonCondition],
    ],
    ['nobody says what it is', [is('custom.size', 'in', [3, 'L'])]],
  ] as [string, JsonCondition[]][])('but not because %s', (_, conditions) => {
    expect(analyse([rule('r', conditions)])).toEqual([]);
  });

  test('is not believed where patterns leave it open: that is said once', () => {
    const pattern = (id: string) => rule(id, [is('order.note', 'matches', '^[0-9]{3}$')]);
    const findings = analyse([pattern('a'), pattern('b')]);
    expect(kinds(findings)).toEqual([['undecided', 'a', 'b']]);
    expect(findings[0]!.text.zh).toContain('格式匹配');
  });

  test('ends without a verdict where there are too many combinations', () => {
    const holes = Array.from({ length: 12 }, (_, row) =>
      Array.from({ length: 11 }, (_, column) => is(`custom.p${row}`, 'equal', column)),
    );
    const apart = holes.flatMap((row, index) =>
      holes
        .slice(index + 1)
        .flatMap((other) =>
          row.map((one, column): JsonCondition => ({ not: { all: [one, other[column]!] } })),
        ),
    );
    const pigeons = rule('pigeons', [...holes.map((row): JsonCondition => ({ any: row })), ...apart]);
    expect(kinds(analyse([pigeons]))).toEqual([['undecided', 'pigeons']]);
  });

  test('may have one alternative only that never holds', () => {
    const [finding] = analyse([
      rule('r', [
        is('order.total', 'greaterThan', 10),
        { any: [is('order.total', 'lessThan', 5), is('customer.tier', 'equal', 'gold')] },
      ]),
    ]);
    expect(finding).toMatchObject({ kind: 'contradiction', rules: ['r'] });
    expect(finding!.proof).toHaveLength(2);
  });
});

describe('rules that fire together', () => {
  const gold = [is('customer.tier', 'equal', 'gold')];
  const large = [is('order.total', 'greaterThan', 500)];

  test('overlap where one effect swallows the other, with an order that shows it', () => {
    const rules = [rule('f/a', large, hold()), rule('g/b', gold, hold('ship'))];
    const [finding, ...others] = analyse(rules);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'overlap', rules: ['f/a', 'g/b'], nodes: ['f/a', 'g/b'] });
    expect(firing(rules, { ...finding!.witness })).toEqual(['f/a', 'g/b']);
    expect(finding!.text.zh).toMatch(/例如：.*客户等级 金级/);
  });

  test('name the one that comes first by priority first', () => {
    const rules = [
      { ...rule('late', large, hold()), priority: 1 },
      { ...rule('early', gold, hold('ship')), priority: 2 },
    ];
    expect(kinds(analyse(rules))).toEqual([['overlap', 'early', 'late']]);
  });

  test.each([
    ['hold and release', hold(), { type: 'release-order' }, 'conflict'],
    ['deny and allow', { type: 'deny', params: { code: 'other' } }, { type: 'allow' }, 'conflict'],
    [
      'mark and refuse rush',
      { type: 'mark-rush' },
      { type: 'refuse-rush', params: { text: 'x' } },
      'conflict',
    ],
  ] as [string, JsonEvent, JsonEvent, string][])('conflict: %s', (_, one, other, kind) => {
    expect(kinds(analyse([rule('a', large, one), rule('b', gold, other)]))).toEqual([[kind, 'a', 'b']]);
  });

  test.each([
    ['another key', hold(), { type: 'hold-order', params: { code: 'no-stock' } }],
    ['another target', { type: 'mark-rush', params: { target: 'order:1' } }, { type: 'refuse-rush' }],
    ['other commands', hold(), { type: 'mark-rush' }],
  ] as [string, JsonEvent, JsonEvent][])('go together: %s', (_, one, other) => {
    expect(analyse([rule('a', large, one), rule('b', gold, other)])).toEqual([]);
  });

  test('do not when another event or stage is meant', () => {
    const shipped = {
      ...rule('b', [], hold('ship')),
      conditions: { all: [is('event.type', 'equal', 'order.shipped')] },
    };
    expect(analyse([rule('a', large, hold()), shipped])).toEqual([]);
  });

  test('are seen through times relative to the clock, in whichever flow', () => {
    const since = (flow: string) => ({
      id: `${flow}.n.since.order.placedAt`,
      calculate: 'difference',
      with: { from: 'order.placedAt', to: 'clock.now', unit: 'minutes' },
      reads: ['order.placedAt', 'clock.now'],
    });
    const derived = [since('f'), since('g')];
    const young = rule('f/a', [is(derived[0]!.id, 'lessThan', 30)], hold());
    const old = rule('g/b', [is(derived[1]!.id, 'greaterThan', 60)], hold('ship'));
    expect(analyse([young, old], { derived })).toEqual([]);
    const older = rule('g/b', [is(derived[1]!.id, 'greaterThan', 20)], hold('ship'));
    const [finding] = analyse([young, older], { derived });
    expect(finding).toMatchObject({ kind: 'overlap' });
    const { 'clock.now': now, 'order.placedAt': placed } = finding!.witness as Record<string, number>;
    expect((now! - placed!) / 60_000).toBeGreaterThan(20);
    expect((now! - placed!) / 60_000).toBeLessThan(30);
  });

  test('are shown with the lines they need', () => {
    const lines = (id: string, settings: object) => ({
      id,
      calculate: 'line-condition',
      with: { output: 'result', ...settings },
      reads: ['lines'],
    });
    const derived = [
      lines('f.n', { quantifier: 'any', conditions: is('line.goodsClass', 'contains', 'liquid') }),
      lines('g.n', {
        quantifier: 'sum',
        of: 'line.quantity',
        operator: 'greaterThan',
        value: 10,
        conditions: is('line.isFragile', 'equal', true),
      }),
    ];
    const [finding] = analyse(
      [
        rule('f/a', [is('f.n', 'equal', true)], hold()),
        rule('g/b', [is('g.n', 'equal', true)], hold('ship')),
      ],
      { derived },
    );
    expect(finding).toMatchObject({ kind: 'overlap' });
    expect(finding!.witness!.lines).toContainEqual(expect.objectContaining({ 'line.quantity': 11 }));
  });

  test('one of them is redundant where the other covers it with the same effect', () => {
    const findings = analyse([rule('wide', large, hold()), rule('narrow', [...large, ...gold], hold())]);
    expect(kinds(findings)).toEqual([['redundant', 'narrow', 'wide']]);
    expect(findings[0]!.witness).toMatchObject({ 'customer.tier': 'gold' });
  });
});

test('a fact nobody provides is told once, with all rules that wait for it', () => {
  const findings = analyse([
    rule('a', [is('order.totl', 'greaterThan', 5)]),
    rule('b', [is('custom.mine', 'equal', 1)], { type: 'set-tag', params: { tag: '{order.totl}' } }),
  ]);
  expect(kinds(findings)).toEqual([['unknown-fact', 'a', 'b']]);
  expect(findings[0]!.level).toBe('error');
});

describe('on small domains, where every order can be tried', () => {
  test('rules that never fire, and pairs that clash, are exactly those found', () => {
    fc.assert(
      fc.property(smallRules, (rules) => {
        const program = compileRules(rules);
        const fired = everyOrder.map(
          (facts) => new Set(program.evaluate(facts).events.map(({ ruleId }) => ruleId)),
        );
        const findings = analyse(rules);
        expect(findings.filter(({ kind }) => kind === 'undecided')).toEqual([]);
        const unreachable = findings
          .filter(({ kind }) => kind === 'unreachable')
          .flatMap(({ rules }) => rules);
        expect(unreachable.toSorted()).toEqual(
          rules.map(({ id }) => id).filter((id) => !fired.some((set) => set.has(id))),
        );
        const clashes = findings.filter(({ kind }) => kind === 'conflict' || kind === 'overlap');
        for (const { rules: pair, witness } of clashes) {
          const events = new Set(program.evaluate(witness!).events.map(({ ruleId }) => ruleId));
          expect(pair.every((id) => events.has(id))).toBe(true);
        }
        for (const { kind, rules: pair } of findings) {
          if (kind !== 'redundant') continue;
          expect(fired.every((set) => !set.has(pair[0]!) || set.has(pair[1]!))).toBe(true);
        }
        const together = rules.flatMap((one, index) =>
          rules
            .slice(index + 1)
            .filter((other) => clash(one, other) && fired.some((set) => set.has(one.id) && set.has(other.id)))
            .map((other) => `${one.id} ${other.id}`),
        );
        expect(clashes.map(({ rules: pair }) => pair.join(' ')).toSorted()).toEqual(together.toSorted());
      }),
      { numRuns: 150 },
    );
  });
});

/** By the order of effects: the same command and key with another input, or a hold beside a release. */
function clash({ event: one }: JsonRule, { event: other }: JsonRule): boolean {
  if (one.type === other.type) return JSON.stringify(one.params) !== JSON.stringify(other.params);
  const types = [one.type, other.type];
  return types.includes('hold-order') && types.includes('release-order');
}

test('rules of drawings called unreachable never fire, whatever the order', () => {
  fc.assert(
    fc.property(drawnFlow, fc.array(orderFacts, { minLength: 40, maxLength: 40 }), (drawn, orders) => {
      const { rules, derived } = compileFlow(drawn, testVocabulary);
      const program = compileRules(rules, { derived });
      const findings = analyse(rules, { derived, vocabulary: testVocabulary });
      const never = new Set(
        findings.filter(({ kind }) => kind === 'unreachable').flatMap(({ rules: ids }) => ids),
      );
      for (const order of orders) {
        for (const facts of [order, { ...order, 'event.stage': 'drawn/none' }]) {
          const fired = program.evaluate({ ...facts, 'event.type': 'order.received' }).events;
          expect(fired.filter(({ ruleId }) => never.has(ruleId))).toEqual([]);
        }
      }
      for (const { kind, rules: pair, witness, proof } of findings) {
        if (kind !== 'conflict' && kind !== 'overlap' && kind !== 'redundant') continue;
        // A row of a table that the rows above it leave nothing is proved, not shown.
        if (witness === null && proof !== undefined) continue;
        const fired = new Set(program.evaluate(witness!).events.map(({ ruleId }) => ruleId));
        expect(pair.every((id) => fired.has(id))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

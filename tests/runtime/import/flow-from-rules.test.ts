import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { actionBlock } from '../../../rules-library/blocks/action/action-block.ts';
import { defineCommand } from '../../../rules-library/define/command.ts';
import type { JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { flowSchema } from '../../../rules-library/schema/flow.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { compileFlow, compileRules, flowFromRules } from '../../../runtime/index.ts';
import { runStock } from '../../../server/verify/stock-engine.ts';
import { testVocabulary } from '../../support/test-vocabulary.ts';
import { drawnFlow, orderFacts } from '../support/drawn-flows.ts';

// Thousands of drawn examples each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const comparison: fc.Arbitrary<JsonCondition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('order.total', 'customer.creditLeft', 'score'),
    operator: fc.constantFrom(
      'lessThan',
      'greaterThanInclusive',
      'equal',
      'not:equal',
      'notEqual',
      'isMissing',
    ),
    value: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant({ fact: 'customer.creditLeft' })),
  }),
  fc.record({
    fact: fc.constant('customer.tier'),
    operator: fc.constantFrom('in', 'notIn', 'someValue:equal'),
    value: fc.uniqueArray(fc.constantFrom('gold', 'silver', 'none'), { maxLength: 3 }),
  }),
  fc.record({
    fact: fc.constant('lines'),
    path: fc.constant('$[0]'),
    operator: fc.constant('isPresent'),
    value: fc.constant(true),
  }),
);

const condition = fc.letrec<{ node: JsonCondition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    comparison,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
    fc.constant({ condition: 'large' }),
  ),
}));

const conditions: Record<string, JsonCondition> = {
  large: { any: [{ fact: 'order.total', operator: 'greaterThan', value: 3 }, { condition: 'golden' }] },
  golden: { all: [{ fact: 'customer.tier', operator: 'equal', value: 'gold' }] },
};

const event = { fact: 'event.type', operator: 'equal', value: 'order.received' };

const ruleArray = (guarded: boolean): fc.Arbitrary<JsonRule[]> =>
  fc
    .array(
      fc.record({
        parts: fc.array(condition.node, { minLength: guarded ? 0 : 1, maxLength: 3 }),
        group: fc.constantFrom('all', 'any'),
        priority: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((rules) =>
      rules.map(({ parts, group, priority }, index) => ({
        id: `r${index}`,
        priority,
        conditions: (guarded
          ? { all: parts.length === 0 ? [event] : [event, { [group]: parts }] }
          : { [group]: parts }) as JsonCondition,
        event: { type: 'set-tag', params: { tag: `t${index}` } },
      })),
    );

/** With what the same customer opens as an action, which is how rules know it. */
const openCase = actionBlock(
  defineCommand({
    name: 'open-case',
    label: { zh: '开个案', en: 'Open case' },
    help: { zh: '开个案', en: 'Opens a case' },
    target: ['order'],
    input: z.object({ kind: z.string(), windowHours: z.number() }),
    needsReason: false,
    automatable: true,
    button: false,
    risk: 'none',
    ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
    roles: [],
    key: () => '',
  }),
  { initial: {}, examples: [] },
);
const casesToo = { ...testVocabulary, blocks: new Map(testVocabulary.blocks).set(openCase.kind, openCase) };

const withoutIds = (events: readonly { type: string; params: unknown }[]): unknown[] =>
  events.map(({ type, params }) => ({ type, params }));

describe('flowFromRules', () => {
  test.each([true, false])('draws rules that do the same, in order (event guard: %s)', async (guarded) => {
    await fc.assert(
      fc.asyncProperty(ruleArray(guarded), orderFacts, async (rules, order) => {
        const facts = { ...order, 'event.type': 'order.received' };
        const { flows, problems } = flowFromRules(rules, { conditions });
        expect(problems).toEqual([]);
        expect(flows).toHaveLength(1);
        const compiled = compileFlow(flows[0]!, vocabulary);
        expect(compiled.problems.filter(({ level }) => level === 'error')).toEqual([]);
        const again = compileRules(compiled.rules).evaluate(facts).events;
        expect(withoutIds(again)).toEqual(
          withoutIds(compileRules(rules, { conditions }).evaluate(facts).events),
        );
        expect(withoutIds(await runStock(compiled.rules, facts))).toEqual(withoutIds(again));
      }),
      { numRuns: 250 },
    );
  });

  test('draws what the compiler itself has made', () => {
    const ofOrders = drawnFlow.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.kind === 'test-gate' ? { ...node, kind: 'order.received' } : node,
      ),
    }));
    const seen = { events: 0 };
    fc.assert(
      fc.property(ofOrders, orderFacts, (flow, order) => {
        const compiled = compileFlow(flow, testVocabulary);
        const known = compiled.rules.filter(
          ({ id, event: { type } }) => compiled.sourceMap[id]!.stage === null && vocabulary.blocks.has(type),
        );
        const program = compileRules(known, compiled);
        const facts = program.prepare({ ...order, 'event.type': 'order.received' });
        const { flows, problems } = flowFromRules(known);
        expect(problems).toEqual([]);
        const again = flows.flatMap((one) => compileFlow(one, vocabulary).rules);
        const { events } = program.evaluate(facts);
        expect(withoutIds(compileRules(again).evaluate(facts).events)).toEqual(withoutIds(events));
        seen.events += events.length;
      }),
      { numRuns: 200 },
    );
    expect(seen.events).toBeGreaterThan(50);
  });

  test('draws later stages behind what opens them: the same events, in order, at every entry', () => {
    const choices = ['approved', 'rejected'].map((id) => ({ id, label: { zh: id, en: id } }));
    const question = { who: { role: 'sales' }, question: '?', choices };
    const asking = drawnFlow.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) => {
        if (node.kind === 'test-gate') return { ...node, kind: 'order.received' };
        return node.kind === 'test-approval' ? { ...node, kind: 'ask', params: question } : node;
      }),
    }));
    const seen = { later: 0, drawings: 0 };
    fc.assert(
      fc.property(asking, orderFacts, (flow, order) => {
        const compiled = compileFlow(flow, casesToo);
        if (compiled.rules.length === 0) return;
        const { flows, problems } = flowFromRules(compiled.rules);
        expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
        expect(flows).toHaveLength(1);
        const again = compileFlow(flows[0]!, casesToo);
        expect(again.problems.filter(({ level }) => level === 'error')).toEqual([]);
        const stages = new Set(Object.values(compiled.sourceMap).map(({ stage }) => stage));
        const program = compileRules(compiled.rules, compiled);
        for (const stage of stages) {
          const entry =
            stage === null
              ? { 'event.type': 'order.received' }
              : { 'event.type': 'stage.entered', 'event.stage': `${flow.id}/${stage}` };
          const facts = program.prepare({ ...order, ...entry });
          const { events } = program.evaluate(facts);
          expect(withoutIds(compileRules(again.rules).evaluate(facts).events)).toEqual(withoutIds(events));
          if (stage !== null) seen.later += events.length;
        }
        seen.drawings += 1;
      }),
      { numRuns: 250 },
    );
    expect(seen.drawings).toBeGreaterThan(100);
    expect(seen.later).toBeGreaterThan(20);
  });

  test('draws the blocks of people from what they issue', () => {
    const steps = [{ id: 's', who: { role: 'approver' }, within: 5, onTimeout: 'exit' }];
    const issued: [string, Record<string, unknown>][] = [
      ['open-approval', { steps }],
      ['start-wait', { event: 'payment.changed', atMost: 3 }],
      ['start-each', { of: 'open-orders', atMost: 3 }],
    ];
    const rules = issued.map(([type, params], index): JsonRule => ({
      id: `f/n${index}`,
      conditions: { all: [event] },
      event: { type, params },
    }));
    const { flows, problems } = flowFromRules(rules);
    expect(flows[0]!.nodes.slice(1).map(({ kind, params }) => [kind, params])).toEqual([
      ['approval', { steps }],
      ['wait', { what: 'event', event: 'payment.changed', atMost: 3 }],
      ['for-each', { of: 'open-orders', atMost: 3 }],
    ]);
    expect(problems).toEqual([]);
  });

  test('lays drawings out and makes one for each set of events', () => {
    const rule = (id: string, ...guards: JsonCondition[]): JsonRule => ({
      id,
      conditions: { all: [...guards, { fact: 'order.total', operator: 'lessThan', value: 1 }] },
      event: { type: 'mark-rush' },
    });
    const { flows, problems } = flowFromRules([
      rule('a'),
      rule('b', event),
      rule('c', { fact: 'event.type', operator: 'in', value: ['order.received', 'order.changed'] }),
      rule('d', { fact: 'event.type', operator: 'equal', value: 'gate.ship' }),
    ]);
    expect(problems).toEqual([]);
    expect(flows.map(({ nodes }) => nodes[0])).toMatchObject([
      { kind: 'order.received', params: {} },
      { kind: 'order.changed', params: { also: ['order.received'] } },
      { kind: 'gate', params: { commands: ['ship'] } },
    ]);
    for (const flow of flows) {
      expect(flowSchema.parse(flow)).toEqual(flow);
      const places = flow.nodes.map(({ id }) => JSON.stringify(flow.layout[id]));
      expect(new Set(places).size).toBe(flow.nodes.length);
    }
    expect(flowFromRules([rule('a')], { trigger: 'order.shipped' }).flows[0]!.nodes[0]!.kind).toBe(
      'order.shipped',
    );
  });

  test.each<[string, unknown]>([
    ['an empty group', { conditions: { all: [] }, event: { type: 'mark-rush' } }],
    [
      'a rule of a later stage',
      {
        conditions: { all: [{ fact: 'event.stage', operator: 'equal', value: 'f/n:yes' }] },
        event: { type: 'mark-rush' },
      },
    ],
    [
      'an unknown operator',
      { conditions: { all: [{ fact: 'a', operator: 'is', value: 1 }] }, event: { type: 'mark-rush' } },
    ],
    [
      'a value no canvas holds',
      { conditions: { all: [{ fact: 'a', operator: 'equal', value: null }] }, event: { type: 'mark-rush' } },
    ],
    ['a missing named condition', { conditions: { condition: 'nowhere' }, event: { type: 'mark-rush' } }],
    ['no rule at all', 'rule'],
    ['no event', { conditions: { all: [{ fact: 'a', operator: 'equal', value: 1 }] } }],
  ])('tells of %s, in both languages, and draws the others', (_what, wrong) => {
    const good: JsonRule = {
      id: 'good',
      conditions: { all: [{ fact: 'order.total', operator: 'lessThan', value: 1 }] },
      event: { type: 'mark-rush' },
    };
    const { flows, problems } = flowFromRules([wrong as JsonRule, good]);
    expect(problems).toMatchObject([
      {
        level: 'error',
        code: 'not-drawable',
        path: 'rules[0]',
        text: { zh: expect.stringMatching(/\p{Script=Han}/u) },
      },
    ]);
    expect(flows[0]!.nodes).toHaveLength(3);
  });

  test('is not led astray by conditions that name each other over and over', () => {
    const bomb: Record<string, JsonCondition> = { n0: { all: [{ fact: 'a', operator: 'equal', value: 1 }] } };
    for (let level = 1; level < 60; level++) {
      const condition = `n${level - 1}`;
      bomb[`n${level}`] = { all: [{ condition }, { condition }, { any: [{ condition }, { condition }] }] };
    }
    const rule: JsonRule = { id: 'r', conditions: { condition: 'n59' }, event: { type: 'mark-rush' } };
    expect(compileRules([rule], { conditions: bomb }).evaluate({ a: 1 }).events).toHaveLength(1);
    expect(flowFromRules([rule], { conditions: bomb }).problems).toMatchObject([{ code: 'not-drawable' }]);
  });
});

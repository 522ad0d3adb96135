import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { compileFlow, compileRules } from '../../../runtime/index.ts';
import { testVocabulary } from '../../support/test-vocabulary.ts';
import { flowSchema } from '../../../rules-library/schema/flow.ts';
import type { JsonRule } from '../../../rules-library/schema/rule.ts';
import { drawnFlow, orderFacts } from '../support/drawn-flows.ts';

// Thousands of drawn examples each: on a busy machine they take their time.
vi.setConfig({ testTimeout: 120_000 });

const flow = flowSchema.parse({
  id: 'f',
  name: { zh: '流', en: 'flow' },
  nodes: [
    { id: 't', kind: 'order.received' },
    {
      id: 'n1',
      kind: 'condition-group',
      params: {
        conditions: {
          all: [
            { id: 'c1', fact: 'order.total', operator: 'greaterThan', value: 500 },
            {
              any: [
                { id: 'c2', fact: 'customer.tier', operator: 'equal', value: 'gold' },
                { id: 'c3', fact: 'order.isRush', operator: 'equal', value: true },
              ],
            },
          ],
        },
      },
    },
    { id: 'a', kind: 'mark-rush' },
    { id: 'b', kind: 'set-tag', params: { tag: 'small' } },
  ],
  edges: [
    { from: { node: 't', port: 'next' }, to: 'n1' },
    { from: { node: 'n1', port: 'yes' }, to: 'a' },
    { from: { node: 'n1', port: 'no' }, to: 'b' },
  ],
});
const program = compileRules(compileFlow(flow, testVocabulary).rules);
const explain = (facts: Record<string, unknown>, event = 'order.received') =>
  new Map(program.explain({ 'event.type': event, ...facts }).rules.map((rule) => [rule.rule, rule]));

describe('an explanation', () => {
  test('says matched, not, unknown and not reached', () => {
    const known = explain({ 'order.total': 400, 'customer.tier': 'gold', 'order.isRush': false });
    expect([...known].map(([id, { state }]) => [id, state])).toEqual([
      ['f/n1', 'not'],
      ['f/a', 'not'],
      ['f/b', 'matched'],
    ]);
    const missing = explain({ 'customer.tier': 'gold', 'order.isRush': false });
    expect(missing.get('f/a')!.state).toBe('unknown');
    expect(missing.get('f/n1')!.state).toBe('matched');
    expect(explain({}, 'order.shipped').get('f/a')!.state).toBe('not-reached');
  });

  test('shows actual and needed of each drawn condition, without the compiler’s guards', () => {
    const { conditions } = explain({ 'order.total': 400, 'customer.tier': 'gold' }).get('f/a')!;
    expect(conditions).toMatchObject([
      { name: 'n1/c1', fact: 'order.total', actual: 400, needed: 500, state: 'false', negated: false },
      { name: 'n1/c2', actual: 'gold', needed: 'gold', state: 'true' },
      { name: 'n1/c3', actual: undefined, needed: true, state: 'unknown' },
    ]);
  });

  test('names the smallest change: one comparison, or all that a conjunction lacks', () => {
    const one = explain({ 'order.total': 400, 'customer.tier': 'gold', 'order.isRush': false }).get('f/a')!;
    expect(one.flip).toMatchObject([
      { fact: 'order.total', operator: 'greaterThan', needed: 500, actual: 400, to: 'hold' },
    ]);
    const two = explain({ 'order.total': 400, 'customer.tier': 'none', 'order.isRush': false }).get('f/a')!;
    expect(two.flip!.map(({ fact }) => fact)).toEqual(['order.total', 'customer.tier']);
    const unknown = explain({ 'customer.tier': 'gold', 'order.isRush': false }).get('f/a')!;
    expect(unknown.flip).toMatchObject([{ fact: 'order.total', actual: undefined, needed: 500 }]);
    const matched = explain({ 'order.total': 501, 'customer.tier': 'gold' }).get('f/a')!;
    expect(matched).toMatchObject({ state: 'matched', flip: null });
  });

  test('never promises that another event, stage or season would be changed', () => {
    const rule: JsonRule = {
      id: 'r',
      conditions: {
        all: [
          { fact: 'event.type', operator: 'equal', value: 'order.received' },
          {
            any: [
              { fact: 'event.stage', operator: 'equal', value: 'x' },
              { fact: 'a', operator: 'equal', value: 1 },
            ],
          },
        ],
      },
      event: { type: 'x' },
    };
    const [explained] = compileRules([rule]).explain({ 'event.type': 'order.received', a: 2 }).rules;
    expect(explained!.flip).toMatchObject([{ fact: 'a' }]);
  });

  test('agrees with what was decided, on any drawing and order', () => {
    fc.assert(
      fc.property(drawnFlow, orderFacts, (drawn, order) => {
        const { rules, derived } = compileFlow(drawn, testVocabulary);
        const any = compileRules(rules, { derived });
        const facts = { ...order, 'event.type': 'order.received' };
        const decided = any.evaluate(facts).events.map(({ ruleId }) => ruleId);
        const explained = any.explain(facts).rules;
        expect(explained.filter(({ state }) => state === 'matched').map(({ rule }) => rule)).toEqual(decided);
        for (const { state, flip, conditions } of explained) {
          if (state === 'matched' || state === 'not-reached') expect(flip).toBeNull();
          expect(conditions.some(({ operator, name }) => operator === 'isPresent' && name === null)).toBe(
            false,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  test('stays small where conditions name each other over and over', () => {
    const conditions: Record<string, never> = {};
    Object.assign(conditions, { n0: { all: [{ fact: 'a', operator: 'equal', value: 1 }] } });
    for (let level = 1; level < 60; level++) {
      const condition = `n${level - 1}`;
      Object.assign(conditions, {
        [`n${level}`]: { all: [{ condition }, { any: [{ condition }, { condition }] }] },
      });
    }
    const rule: JsonRule = { id: 'r', conditions: { condition: 'n59' }, event: { type: 'x' } };
    const [explained] = compileRules([rule], { conditions }).explain({ a: 2 }).rules;
    expect(explained).toMatchObject({ state: 'not', conditions: [{ fact: 'a' }], flip: [{ fact: 'a' }] });
  });
});

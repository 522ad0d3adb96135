import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { caseSchema, flowSchema } from '../../../rules-library/schema/flow.ts';
import { analyse, compileFlow, compileRules, coverage, proposeChange } from '../../../runtime/index.ts';

const check = (id: string, fact: string, value: unknown, operator = 'equal') => ({
  id,
  kind: 'condition-group',
  params: { conditions: { all: [{ id: 'c', fact, operator, value }] }, whenMissing: 'no' },
});
const hold = (id: string, blocks: string) => ({
  id,
  kind: 'hold-order',
  params: { code: 'other', blocks: [blocks] },
});
const rows: unknown = JSON.parse(`[
  { "id": "small", "when": { "total": { "operator": "lessThan", "value": 1000 } }, "then": { "approver": "sales" } },
  { "id": "gold", "when": { "tier": "gold" }, "then": { "approver": "sales" } },
  { "id": "rest", "when": {}, "then": { "approver": "manager" } }
]`);
const edge = (from: string, port: string, to: string) => ({ from: { node: from, port }, to });

/** Received → table and score card → two checks of their results, each with a hold of its own. */
const flow = flowSchema.parse({
  id: 'f',
  name: { zh: '流', en: 'flow' },
  nodes: [
    { id: 't', kind: 'order.received' },
    {
      id: 'who',
      kind: 'decision-table',
      params: {
        hitPolicy: 'FIRST',
        inputs: [
          { id: 'tier', fact: 'customer.tier' },
          { id: 'total', fact: 'order.total' },
        ],
        outputs: [
          {
            id: 'approver',
            label: { zh: '审批人', en: 'Approver' },
            type: 'choice',
            values: ['manager', 'sales'],
          },
        ],
        rows,
      },
    },
    {
      id: 'risk',
      kind: 'score-card',
      params: {
        rows: [
          {
            id: 'late',
            conditions: { fact: 'customer.overdueDays', operator: 'greaterThan', value: 30 },
            points: 20,
          },
          { id: 'new', conditions: { fact: 'customer.isNew', operator: 'equal', value: true }, points: 10 },
        ],
        bands: [
          { id: 'a', from: 0, value: 'low' },
          { id: 'b', from: 25, value: 'high' },
        ],
      },
    },
    check('big', 'f.who.approver', 'manager'),
    hold('ha', 'ship'),
    check('bad', 'f.risk.band', 'high'),
    hold('hb', 'release'),
  ],
  edges: [
    edge('t', 'next', 'who'),
    edge('who', 'next', 'risk'),
    edge('risk', 'next', 'big'),
    edge('big', 'yes', 'ha'),
    edge('risk', 'next', 'bad'),
    edge('bad', 'yes', 'hb'),
  ],
});

describe('results of tables and score cards', () => {
  const compiled = compileFlow(flow, vocabulary);
  const { rules, derived } = compiled;
  const program = compileRules(rules, { derived });

  test('are read through to the facts they come from: two holds meet where table and card say so', () => {
    expect(compiled.problems).toEqual([]);
    const [finding, ...others] = analyse(rules, { derived });
    expect(others).toEqual([]);
    expect(finding!.kind).toBe('overlap');
    expect(finding!.rules.toSorted()).toEqual(['f/ha', 'f/hb']);
    const {
      'order.total': total,
      'customer.tier': tier,
      ...risk
    } = finding!.witness as Record<string, number>;
    expect(total).toBeGreaterThanOrEqual(1000);
    expect(tier).not.toBe('gold');
    expect(risk).toMatchObject({ 'customer.isNew': true });
    expect(program.evaluate(finding!.witness!).events).toHaveLength(2);
  });

  test('are changed by what they look at', () => {
    const facts = {
      'event.type': 'order.received',
      'order.total': 900,
      'customer.tier': 'none',
      'customer.overdueDays': 40,
      'customer.isNew': false,
    };
    const [byTable, byScore] = ['f/ha', 'f/hb'].map((id) =>
      proposeChange(
        rules.find((rule) => rule.id === id)!,
        facts,
        { derived },
      ),
    );
    expect(byTable!.changes).toMatchObject([{ fact: 'order.total', from: 900, to: 1000 }]);
    expect(byScore!.changes).toMatchObject([{ fact: 'customer.isNew', from: false, to: true }]);
    expect([byTable!.isSmallest, byScore!.isSmallest]).toEqual([true, true]);
  });

  test('are covered row by row', () => {
    const one = caseSchema.parse({
      id: 'k',
      name: { zh: '例', en: 'case' },
      event: 'order.received',
      facts: { 'order.total': 900, 'customer.tier': 'gold' },
      expect: { events: [] },
    });
    expect(coverage(flow, [one], compiled, vocabulary).rows).toEqual({
      all: ['who:small', 'who:gold', 'who:rest'],
      untouched: ['who:gold', 'who:rest'],
    });
  });

  test('of calculations are tried with samples and sizes', () => {
    const calculated = flowSchema.parse({
      ...flow,
      id: 'g',
      nodes: [
        { id: 't', kind: 'order.received' },
        {
          id: 'fee',
          kind: 'calculation',
          params: { expression: 'percentOf(order.total, 15)', type: 'money' },
        },
        check('big', 'g.fee', 100_000, 'greaterThan'),
        hold('ha', 'ship'),
      ],
      edges: [edge('t', 'next', 'fee'), edge('fee', 'next', 'big'), edge('big', 'yes', 'ha')],
    });
    const { rules: made, derived: more, problems } = compileFlow(calculated, vocabulary);
    expect(problems).toEqual([]);
    expect(analyse(made, { derived: more })).toEqual([]);
  });
});

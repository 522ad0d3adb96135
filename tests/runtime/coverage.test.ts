import { describe, expect, test } from 'vitest';
import { caseSchema, flowSchema } from '../../rules-library/schema/flow.ts';
import { compileFlow, coverage } from '../../runtime/index.ts';
import { testVocabulary } from '../support/test-vocabulary.ts';

const flow = flowSchema.parse({
  id: 'f',
  name: { zh: '流', en: 'flow' },
  nodes: [
    { id: 't', kind: 'order.received' },
    {
      id: 'big',
      kind: 'condition-group',
      params: {
        conditions: { all: [{ id: 'c1', fact: 'order.total', operator: 'greaterThan', value: 500 }] },
      },
    },
    { id: 'ask', kind: 'test-approval' },
    { id: 'rush', kind: 'mark-rush' },
    {
      id: 'tier',
      kind: 'branch',
      params: {
        cases: [
          {
            id: 'gold',
            conditions: { all: [{ id: 'c2', fact: 'customer.tier', operator: 'equal', value: 'gold' }] },
          },
        ],
      },
    },
    { id: 'tag', kind: 'set-tag', params: { tag: 'small' } },
    { id: 'memo', kind: 'note', params: { text: 'x' } },
  ],
  edges: [
    { from: { node: 't', port: 'next' }, to: 'big' },
    { from: { node: 'big', port: 'yes' }, to: 'ask' },
    { from: { node: 'ask', port: 'approved' }, to: 'rush' },
    { from: { node: 'big', port: 'no' }, to: 'tier' },
    { from: { node: 'tier', port: 'gold' }, to: 'tag' },
  ],
});
const compiled = compileFlow(flow, testVocabulary);
const one = (facts: Record<string, unknown>, stage: string | null = null, event = 'order.received') =>
  caseSchema.parse({
    id: 'k',
    name: { zh: '例', en: 'case' },
    event,
    stage,
    facts,
    expect: { events: [] },
  });
const untouched = (...cases: ReturnType<typeof one>[]) => {
  const { nodes, ports } = coverage(flow, cases, compiled, testVocabulary);
  return { nodes: nodes.untouched, ports: ports.untouched };
};

describe('what the cases of a flow try', () => {
  test('is nothing without cases: every node and every exit is untouched, notes aside', () => {
    const { nodes, ports, rows } = coverage(flow, [], compiled, testVocabulary);
    expect(nodes.untouched).toEqual(nodes.all);
    expect(nodes.all.toSorted()).toEqual(['ask', 'big', 'rush', 't', 'tag', 'tier']);
    expect(ports.untouched.toSorted()).toEqual([
      'ask:approved',
      'big:no',
      'big:unknown',
      'big:yes',
      'tier:gold',
      'tier:otherwise',
      'tier:unknown',
    ]);
    expect(rows).toEqual({ all: [], untouched: [] });
  });

  test('is followed through the exits open on the facts, and ends where only the server knows the outcome', () => {
    expect(untouched(one({ 'order.total': 501 })).nodes.toSorted()).toEqual(['rush', 'tag', 'tier']);
    const small = untouched(one({ 'order.total': 1, 'customer.tier': 'gold' }));
    expect(small.nodes.toSorted()).toEqual(['ask', 'rush']);
    expect(small.ports).not.toContain('tier:gold');
    expect(small.ports).toContain('tier:otherwise');
    expect(untouched(one({})).ports).not.toContain('big:unknown');
  });

  test('counts a later stage by the case that runs it', () => {
    const { nodes, ports } = untouched(one({}, 'ask:approved'));
    expect(nodes).not.toContain('rush');
    expect(nodes).toContain('t');
    expect(ports).not.toContain('ask:approved');
  });

  test('is nothing for a case of another event, and for a drawing with errors', () => {
    expect(untouched(one({ 'order.total': 501 }, null, 'order.shipped')).nodes).toHaveLength(6);
    const broken = {
      ...flow,
      edges: [...flow.edges, { from: { node: 'big', port: 'lost' }, to: 'tag', order: 1 }],
    };
    const cases = [one({ 'order.total': 501 })];
    expect(coverage(broken, cases, compileFlow(broken, testVocabulary), testVocabulary).nodes.all).toEqual(
      [],
    );
  });
});

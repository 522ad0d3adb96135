import { describe, expect, test } from 'vitest';
import { caseSchema, flowSchema } from '../../rules-library/schema/flow.ts';
import { runCase } from '../../runtime/index.ts';
import { testVocabulary } from '../support/test-vocabulary.ts';

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
          fact: 'order.placedAt',
          operator: 'before',
          value: '2025-12-12T00:00:00+08:00',
          id: 'c1',
        },
        whenMissing: 'no',
      },
    },
    { id: 'a', kind: 'hold-order', params: { code: 'other', blocks: ['ship'] } },
    { id: 'p', kind: 'test-approval' },
    { id: 'b', kind: 'mark-rush' },
  ],
  edges: [
    { from: { node: 't', port: 'next' }, to: 'n1' },
    { from: { node: 'n1', port: 'yes' }, to: 'a' },
    { from: { node: 'n1', port: 'no' }, to: 'p' },
    { from: { node: 'p', port: 'approved' }, to: 'b' },
  ],
});

const run = (given: Record<string, unknown>) =>
  runCase(
    flow,
    caseSchema.parse({ id: 'k1', name: { zh: '例', en: 'case' }, event: 'order.received', ...given }),
    testVocabulary,
  );

describe('a case of a flow', () => {
  test('reads ISO times and compares the params it names', () => {
    const result = run({
      facts: { 'order.placedAt': '2025-12-11T15:59:00Z' },
      expect: { events: [{ type: 'hold-order', params: { code: 'other' } }] },
    });
    expect(result).toMatchObject({ case: 'k1', passed: true, differences: [] });
  });

  test('runs a later stage by its short or its full name', () => {
    for (const stage of ['p:approved', 'f/p:approved']) {
      expect(run({ stage, facts: {}, expect: { events: [{ type: 'mark-rush' }] } }).passed).toBe(true);
    }
  });

  test.each([
    [[], /one too many/],
    [[{ type: 'hold-order' }, { type: 'mark-rush' }], /"Mark as rush", is missing/],
    [[{ type: 'set-tag' }], /should be "Set tag"/],
    [[{ type: 'hold-order', params: { blocks: ['release'] } }], /differs from what is expected \(blocks\)/],
  ])('says what came out otherwise: %j', (events, words) => {
    const { passed, differences } = run({ facts: { 'order.placedAt': 0 }, expect: { events } });
    expect(passed).toBe(false);
    expect(differences).toHaveLength(1);
    expect(differences[0]!.en).toMatch(words);
    expect(differences[0]!.zh).toMatch(/\p{Script=Han}/u);
  });

  test('of a drawing with problems does not pass', () => {
    const one = caseSchema.parse({
      id: 'k',
      name: { zh: '例', en: 'case' },
      event: 'order.received',
      facts: {},
      expect: { events: [] },
    });
    const broken = { ...flow, nodes: flow.nodes.slice(1) };
    expect(runCase(broken, one, testVocabulary)).toMatchObject({
      passed: false,
      differences: [{ en: expect.any(String) }],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { createDocument } from '../../../designer/editor/document-store.ts';
import { calculationsOf } from '../../../designer/findings/calculations-of.ts';
import { caseOf } from '../../../designer/findings/case-of.ts';
import { findingsOf } from '../../../designer/findings/find.ts';
import { createFindings } from '../../../designer/findings/findings-store.ts';
import { scoreCard } from '../../../designer/score/try-score.ts';
import { rowMarks } from '../../../designer/table/row-marks.ts';
import { tableOf } from '../../../designer/table/model/table.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { flowSchema, type Flow } from '../../../rules-library/schema/flow.ts';
import { runCase } from '../../../runtime/index.ts';

const over = (value: number) => ({ operator: 'greaterThanInclusive', value });
const params = (then: object) => ({
  hitPolicy: 'UNIQUE',
  inputs: [{ id: 'total', fact: 'order.total' }],
  outputs: [{ id: 'discount', label: { zh: '折扣', en: 'Discount' }, type: 'percent', otherwise: 0 }],
  rows: [
    { id: 'high', when: { total: over(5000) }, then: { discount: 10 } },
    { id: 'low', when: { total: over(1000) }, then },
  ],
});
const flowOf = (then: object): Flow =>
  flowSchema.parse({
    id: 'some-flow',
    name: { zh: '折扣', en: 'Discounts' },
    nodes: [
      { id: 'n1', kind: 'order.received' },
      { id: 'n2', kind: 'decision-table', title: { zh: '按金额', en: 'By amount' }, params: params(then) },
      { id: 'n3', kind: 'set-tag', params: { tag: '新' } },
    ],
    edges: [
      { id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n2' },
      { id: 'e2', from: { node: 'n1', port: 'next' }, to: 'n3', order: 2 },
    ],
  });

describe('what is worth a look in a drawing', () => {
  it('is told in its own names, also while a row lacks its result', () => {
    for (const then of [{ discount: 5 }, {}]) {
      const [overlap] = findingsOf(flowOf(then), vocabulary);
      expect(overlap).toMatchObject({ kind: 'overlap', rows: ['high', 'low'], nodes: ['some-flow/n2'] });
      expect(overlap!.text.zh).toContain('决策表「按金额」的第 1 行和第 2 行');
      expect(overlap!.text.zh).not.toMatch(/n2|some-flow|row-/);
    }
  });

  it('is told although another block is wrong, and what could not be looked at is said', () => {
    const flow = flowOf({ discount: 5 });
    const wrong = { expression: 'order.total + order.age', type: 'money' };
    const nodes = [...flow.nodes, { id: 'n4', kind: 'calculation', version: 1, params: wrong }];
    const edges = [...flow.edges, { id: 'e3', from: { node: 'n1', port: 'next' }, to: 'n4', order: 3 }];
    expect(findingsOf({ ...flow, nodes, edges }, vocabulary).map(({ kind }) => kind)).toEqual(['overlap']);
    const loose = { ...flow, nodes: flow.nodes.slice(1), edges: [] };
    expect(findingsOf(loose, vocabulary)).toMatchObject([{ kind: 'undecided', nodes: ['some-flow/n2'] }]);
  });

  it('marks the rows it is about', () => {
    const flow = flowOf({ discount: 5 });
    const marks = rowMarks(tableOf(flow.nodes[1]!.params).rows, [], findingsOf(flow, vocabulary));
    expect([...marks.keys()]).toEqual(['high', 'low']);
    expect(marks.get('low')!.level).toBe('error');
  });

  it('the order that shows it becomes a case that passes, and can be undone', () => {
    const flow = flowOf({ discount: 5 });
    const [overlap] = findingsOf(flow, vocabulary);
    const made = caseOf(flow, overlap!, vocabulary)!;
    expect(made).toMatchObject({ id: 'k1', event: 'order.received', facts: overlap!.witness });
    expect(made.facts['order.total']).toBeGreaterThanOrEqual(5000);
    expect(made.expect.events.map(({ type }) => type)).toEqual(['set-tag']);
    expect(runCase(flow, made, vocabulary).passed).toBe(true);
    const document = createDocument(flow);
    document.change({ type: 'add-case', case: made });
    expect(document.store.getState().flow.cases).toEqual([made]);
    document.undo();
    expect(document.store.getState().flow).toEqual(flow);
    expect(caseOf(flowOf({}), overlap!, vocabulary)).toBeUndefined();
  });

  it('is looked for again when the hand rests, and what is out of date is not shown', async () => {
    const document = createDocument(flowOf({ discount: 5 }));
    const asked: { flow: Flow; answer: (found: never[]) => void }[] = [];
    const found = createFindings(document, {
      find: (flow) => new Promise((answer) => asked.push({ flow, answer: answer as never })),
      stop: () => undefined,
    });
    found.start();
    await expect.poll(() => asked.length).toBe(1);
    document.change({ type: 'set-params', node: 'n3', params: { tag: '旧' } });
    asked[0]!.answer(findingsOf(asked[0]!.flow, vocabulary) as never);
    await expect.poll(() => asked.length).toBe(2);
    expect(found.store.getState()).toEqual({ findings: [], isLooking: true, isUnknown: false });
    asked[1]!.answer(findingsOf(asked[1]!.flow, vocabulary) as never);
    await expect.poll(() => found.store.getState().isLooking).toBe(false);
    expect(found.store.getState().findings).toHaveLength(1);
    found.stop();
  });
});

describe('a score card that is tried out', () => {
  const flow = flowSchema.parse({
    id: 'some-flow',
    name: { zh: '分', en: 'Score' },
    nodes: [
      { id: 'n1', kind: 'order.received' },
      {
        id: 'n2',
        kind: 'score-card',
        params: {
          rows: [
            {
              id: 'tier',
              conditions: { fact: 'customer.tier', operator: 'atLeast', value: 'silver' },
              points: 40,
            },
            {
              id: 'large',
              conditions: { fact: 'order.total', operator: 'greaterThan', value: 5000 },
              points: 20,
            },
          ],
          bands: [
            { id: 'b1', from: 0, value: '普通' },
            { id: 'b2', from: 50, value: '优先' },
          ],
        },
      },
    ],
    edges: [],
  });
  const card = scoreCard(calculationsOf(flow, vocabulary), 'n2', vocabulary)!;

  it('says the points, the band and which lines hold', () => {
    expect(card({ 'customer.tier': 'gold', 'order.total': 6000 })).toEqual({
      score: 60,
      band: '优先',
      holding: new Set(['tier', 'large']),
    });
  });

  it('says what it can while something is not known', () => {
    expect(card({ 'order.total': 1 })).toEqual({ score: undefined, band: '普通', holding: new Set() });
  });
});

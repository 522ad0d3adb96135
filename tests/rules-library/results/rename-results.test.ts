import { expect, test } from 'vitest';
import { renameResults } from '../../../rules-library/results/rename-results.ts';

const nodes = new Map([
  ['n1', 'n7'],
  ['n2', 'n1'],
]);

test('references to results are renamed wherever they stand, and nothing else', () => {
  const params = {
    conditions: { all: [{ fact: 'flow-a.n1.rate', operator: 'in', value: { fact: 'flow-a.n2' } }] },
    text: '折扣 {flow-a.n1.rate}，不是 my-flow-a.n1 也不是 flow-a.n11',
    expression: 'flow-a.n1 + flow-a.n2.sum * 2',
    level: 'flow-a',
    count: 3,
  };
  expect(renameResults(params, { from: 'flow-a', to: 'b', nodes })).toEqual({
    conditions: { all: [{ fact: 'b.n7.rate', operator: 'in', value: { fact: 'b.n1' } }] },
    text: '折扣 {b.n7.rate}，不是 my-flow-a.n1 也不是 flow-a.n11',
    expression: 'b.n7 + b.n1.sum * 2',
    level: 'flow-a',
    count: 3,
  });
});

test('without new names of nodes only the flow is renamed', () => {
  expect(renameResults(['flow-a.n1', 'order.total'], { from: 'flow-a', to: 'b' })).toEqual([
    'b.n1',
    'order.total',
  ]);
});

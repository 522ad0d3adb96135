import { expect, it } from 'vitest';
import { findInFlow } from '../../../../designer/editor/find/find-in-flow.ts';
import { vocabulary } from '../../../../rules-library/index.ts';
import { drawing } from '../../drawing.ts';

const drawn = drawing({ n1: 'order.received', n2: 'condition-group', n3: 'mark-rush' }, [
  'n1.next>n2',
  'n2.yes>n3',
]);
const limit = { all: [{ id: 'c1', fact: 'customer.creditLimit', operator: 'lessThan', value: 100_000 }] };
const flow = {
  ...drawn,
  nodes: drawn.nodes.map((node) => {
    if (node.id === 'n2') return { ...node, params: { conditions: limit } };
    return node.id === 'n3' ? { ...node, title: { zh: '插队', en: 'Jump the queue' } } : node;
  }),
};
const found = (typed: string, language: 'zh' | 'en' = 'zh') =>
  findInFlow(flow, typed, language, vocabulary).map(({ node }) => node);

it('finds where business data is used, what sentences say, and what blocks are called', () => {
  expect(found('信用额度')).toEqual(['n2']);
  expect(found('xyed')).toEqual(['n2']);
  expect(found('credit limit', 'en')).toEqual(['n2']);
  expect(found('插队')).toEqual(['n3']);
  expect(found('jump', 'en')).toEqual(['n3']);
  expect(found('收到订单')).toEqual(['n1']);
  expect(found('没有的')).toEqual([]);
  expect(found('  ')).toEqual([]);
});

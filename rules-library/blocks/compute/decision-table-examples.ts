import type { BlockExample } from '../../define/block.ts';

const columns = {
  inputs: [
    { id: 'tier', fact: 'customer.tier' },
    { id: 'total', fact: 'order.total' },
  ],
  outputs: [
    { id: 'discount', label: { zh: '折扣', en: 'Discount' }, type: 'percent', otherwise: 0 },
    { id: 'approver', label: { zh: '审批人', en: 'Approver' }, type: 'choice', values: ['manager', 'sales'] },
  ],
};
const rows = [
  {
    id: 'large',
    when: { tier: ['gold', 'silver'], total: { operator: 'greaterThanInclusive', value: 500_000 } },
    then: { discount: 10, approver: 'manager' },
  },
  {
    id: 'middle',
    when: { tier: { not: 'none' }, total: { operator: 'between', value: [100_000, 900_000] } },
    then: { discount: 5, approver: 'sales' },
  },
];
const table = (hitPolicy: string, more: object = {}) => ({ hitPolicy, ...columns, rows, ...more });

export const decisionTableExamples: readonly BlockExample[] = [
  {
    name: { zh: '第一行', en: 'The first row' },
    params: table('FIRST'),
    facts: { 'customer.tier': 'gold', 'order.total': 600_000 },
    gives: { '': ['large'], discount: 10, approver: 'manager' },
  },
  {
    name: { zh: '没有一行合适', en: 'No row fits' },
    params: table('FIRST'),
    facts: { 'customer.tier': 'none', 'order.total': 600_000 },
    gives: { '': [], discount: 0, approver: undefined },
  },
  {
    name: { zh: '前面有一行不知道', en: 'A row before the hit is not known' },
    params: table('FIRST'),
    facts: { 'order.total': 600_000 },
    gives: { '': undefined, discount: undefined },
  },
  {
    name: { zh: '空格子缺数据不要紧', en: 'Missing data does not matter to a blank cell' },
    params: table('FIRST', {
      rows: [{ ...rows[0], when: { total: { operator: 'greaterThan', value: 1 } } }],
    }),
    facts: { 'order.total': 2 },
    gives: { discount: 10 },
  },
  {
    name: { zh: '几种都行，或者相反', en: 'Any of several, and the opposite' },
    params: table('FIRST', {
      rows: [
        {
          ...rows[0],
          when: {
            tier: { not: { any: ['none', 'bronze'] } },
            total: {
              all: [{ operator: 'greaterThan', value: 1 }, { not: { operator: 'between', value: [5, 9] } }],
            },
          },
        },
      ],
    }),
    facts: { 'customer.tier': 'silver', 'order.total': 10 },
    gives: { '': ['large'], discount: 10 },
  },
  {
    name: { zh: '只该有一行，却有两行', en: 'Two rows fit where one may' },
    params: table('UNIQUE'),
    facts: { 'customer.tier': 'gold', 'order.total': 600_000 },
    gives: { '': undefined, discount: undefined },
  },
  {
    name: { zh: '正好一行', en: 'Just one row' },
    params: table('UNIQUE'),
    facts: { 'customer.tier': 'gold', 'order.total': 200_000 },
    gives: { '': ['middle'], discount: 5 },
  },
  {
    name: { zh: '最重要的结果', en: 'The most important result' },
    params: table('PRIORITY', { rows: rows.toReversed() }),
    facts: { 'customer.tier': 'gold', 'order.total': 600_000 },
    gives: { '': ['large'], approver: 'manager' },
  },
  {
    name: { zh: '所有命中的行', en: 'All rows that fit' },
    params: table('COLLECT', {
      outputs: [
        { ...columns.outputs[0], collect: 'sum' },
        { ...columns.outputs[1], collect: 'list' },
      ],
    }),
    facts: { 'customer.tier': 'gold', 'order.total': 600_000 },
    gives: { '': ['large', 'middle'], discount: 15, approver: ['manager', 'sales'] },
  },
  {
    name: { zh: '金额和文字比', en: 'An amount compared with text' },
    params: table('FIRST', { rows: [{ ...rows[0], when: { total: 'many' } }] }),
    problem: 'value-type',
  },
  {
    name: { zh: '结果没填', en: 'A result is left out' },
    params: table('FIRST', { rows: [{ ...rows[0], then: { discount: 5 } }] }),
    problem: 'params',
  },
  {
    name: { zh: '没说哪个更重要', en: 'Nothing says what is more important' },
    params: table('PRIORITY', {
      outputs: [columns.outputs[0]],
      rows: [{ id: 'a', when: {}, then: { discount: 1 } }],
    }),
    problem: 'params',
  },
];

import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A drawing to begin with: complete, in one click. */
export interface ReadyStart {
  id: string;
  name: Text;
  help: Text;
  drawing: Pick<Flow, 'nodes' | 'edges' | 'layout'>;
}

const column = { left: -152, middle: 0, right: 152 };

/** Three drawings that each do something useful as they are. */
export const readyStarts: readonly ReadyStart[] = [
  {
    id: 'large-order',
    name: { zh: '大额订单先审', en: 'Look at large orders first' },
    help: {
      zh: '订单金额达到 ¥5,000 就挂起，并提醒运营，带着「解除挂起」按钮。',
      en: 'Orders from ¥5,000 on are held, and operations are alerted with a button to lift the hold.',
    },
    drawing: {
      nodes: [
        { id: 'n1', kind: 'order.received', version: 1, params: {} },
        {
          id: 'n2',
          kind: 'condition-group',
          version: 1,
          params: {
            conditions: {
              id: 'c1',
              all: [{ id: 'c2', fact: 'order.total', operator: 'greaterThanInclusive', value: 500_000 }],
            },
            whenMissing: 'person',
          },
        },
        { id: 'n3', kind: 'hold-order', version: 1, params: { code: 'manual-review' } },
        {
          id: 'n4',
          kind: 'raise-alert',
          version: 1,
          params: {
            kind: 'manual-review',
            level: 'warn',
            to: [{ role: 'operations' }],
            text: {
              zh: '订单 {order.number} 金额 {order.total}，请先看过再放行',
              en: 'Order {order.number} over {order.total}: please look before it goes on',
            },
            buttons: [{ name: 'lift-hold', input: { code: 'manual-review' } }],
          },
        },
      ],
      edges: [
        { id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n2', order: 1 },
        { id: 'e2', from: { node: 'n2', port: 'yes' }, to: 'n3', order: 1 },
        { id: 'e3', from: { node: 'n3', port: 'next' }, to: 'n4', order: 1 },
      ],
      layout: {
        n1: { x: 0, y: 0 },
        n2: { x: 0, y: 152 },
        n3: { x: column.left, y: 320 },
        n4: { x: column.left, y: 472 },
      },
    },
  },
  {
    id: 'rush',
    name: { zh: '金级客户加急', en: 'Rush for gold customers' },
    help: {
      zh: '申请加急时，客户至少金级且已付款或挂账就标记加急，否则告诉销售。',
      en: 'When rush is asked for: gold customers who paid or are on account get it, else sales are told.',
    },
    drawing: {
      nodes: [
        { id: 'n1', kind: 'rush.requested', version: 1, params: {} },
        {
          id: 'n2',
          kind: 'condition-group',
          version: 1,
          params: {
            conditions: {
              id: 'c1',
              all: [
                { id: 'c2', fact: 'customer.tier', operator: 'atLeast', value: 'gold' },
                { id: 'c3', fact: 'payment.status', operator: 'in', value: ['paid', 'on_account'] },
              ],
            },
            whenMissing: 'person',
          },
        },
        { id: 'n3', kind: 'mark-rush', version: 1, params: {} },
        {
          id: 'n4',
          kind: 'raise-alert',
          version: 1,
          params: {
            kind: 'rush-refused',
            level: 'info',
            to: [{ role: 'sales' }],
            text: {
              zh: '订单 {order.number} 不满足加急条件，请和客户商量时间',
              en: 'Order {order.number} does not qualify for rush: please agree a time with the customer',
            },
          },
        },
      ],
      edges: [
        { id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n2', order: 1 },
        { id: 'e2', from: { node: 'n2', port: 'yes' }, to: 'n3', order: 1 },
        { id: 'e3', from: { node: 'n2', port: 'no' }, to: 'n4', order: 1 },
      ],
      layout: {
        n1: { x: 0, y: 0 },
        n2: { x: 0, y: 152 },
        n3: { x: column.left, y: 336 },
        n4: { x: column.right, y: 336 },
      },
    },
  },
  {
    id: 'liquids',
    name: { zh: '液体商品提醒仓管', en: 'Tell the warehouse about liquids' },
    help: {
      zh: '任一明细是液体，就给订单打标签，并提醒仓管核对运输方式。',
      en: 'If any line is a liquid, the order gets a tag and the keeper is told to check the transport.',
    },
    drawing: {
      nodes: [
        { id: 'n1', kind: 'order.received', version: 1, params: {} },
        {
          id: 'n2',
          kind: 'line-condition',
          version: 1,
          params: {
            quantifier: 'any',
            conditions: {
              id: 'c1',
              all: [{ id: 'c2', fact: 'line.goodsClass', operator: 'contains', value: 'liquid' }],
            },
            whenMissing: 'no',
          },
        },
        { id: 'n3', kind: 'set-tag', version: 1, params: { tag: '液体' } },
        {
          id: 'n4',
          kind: 'raise-alert',
          version: 1,
          params: {
            kind: 'forbidden-goods',
            level: 'info',
            to: [{ role: 'keeper' }],
            text: {
              zh: '订单 {order.number} 含液体，请核对运输方式',
              en: 'Order {order.number} holds liquids: please check how it travels',
            },
          },
        },
      ],
      edges: [
        { id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n2', order: 1 },
        { id: 'e2', from: { node: 'n2', port: 'yes' }, to: 'n3', order: 1 },
        { id: 'e3', from: { node: 'n3', port: 'next' }, to: 'n4', order: 1 },
      ],
      layout: {
        n1: { x: 0, y: 0 },
        n2: { x: 0, y: 152 },
        n3: { x: column.left, y: 320 },
        n4: { x: column.left, y: 472 },
      },
    },
  },
];

import { expect, test } from 'vitest';
import { blocks } from '../../../rules-library/blocks/index.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { flowSchema } from '../../../rules-library/schema/flow.ts';
import { plainText, sentenceOfNode } from '../../../rules-library/sentences/index.ts';

/** Kinds of the vocabulary whose commands and events come with their topics. */
const later = {
  stock: ['reallocate', 'split', 'plan-transfer'],
  check: ['same-customer'],
};

test('every kind of the vocabulary is there, offered or still to come', () => {
  for (const [category, kinds] of Object.entries(later)) {
    for (const kind of kinds) {
      expect(vocabulary.blocks.has(kind), kind).toBe(false);
      expect(vocabulary.unhandled!.get(kind)?.category, kind).toBe(category);
    }
  }
  for (const kind of ['gate', 'deny', 'allow']) expect(vocabulary.blocks.has(kind), kind).toBe(true);
  expect(vocabulary.blocks.size + vocabulary.unhandled!.size).toBe(blocks.length);
});

const step = { id: 's', who: { role: 'keeper', warehouse: { fact: 'actor.warehouse' } }, within: 60 };
test.each([
  [
    'approval',
    { steps: [step, { ...step, id: 't', who: { person: 'p1' } }] },
    '请 操作人所在仓 的仓管、p1 审批',
  ],
  ['wait', { what: 'for', for: 90 }, '等 1 小时 30 分钟'],
  ['wait', { what: 'until', until: { fact: 'order.promisedDelivery' } }, '等到 承诺交付'],
  ['wait', { what: 'event', event: 'payment.changed', atMost: 60 }, '等 付款变化，最多 1 小时'],
  [
    'deny',
    { code: 'no-stock', text: { zh: '缺 {order.quantity} 件', en: 'short' } },
    '拦下：缺货，缺 {件数} 件',
  ],
  ['allow', {}, '放行'],
  ['split', {}, '拆单：按最优方案'],
  ['plan-transfer', {}, '算调拨方案并申请'],
  ['for-each', { of: 'open-orders', atMost: 20 }, '逐一处理 未完结订单，最多 20 个'],
  ['same-customer', { sameSku: true }, '若 24 小时内不同渠道同商品的订单是同一人'],
  ['time.reached', { when: 'at', at: '08:30', weekdays: ['monday', 'friday'] }, '星期一、星期五 08:30时'],
  ['time.reached', { when: 'before', minutes: 120, of: 'order.promisedDelivery' }, '承诺交付前 2 小时时'],
  ['season.started', { season: 'peak' }, '「peak」时期开始时'],
  ['gate', { commands: ['ship'], also: ['order.received'] }, '收到订单、按「发货」之前时'],
  [
    'ask',
    {
      who: { role: 'sales' },
      question: '要等吗',
      choices: [
        { id: 'a', label: { zh: '等', en: 'wait' } },
        { id: 'b', label: { zh: '不等', en: 'no' } },
      ],
    },
    '问 销售「要等吗」：等、不等',
  ],
])('%s says what it does, also while it cannot be carried out', (kind, params, zh) => {
  const flow = flowSchema.parse({
    id: 'f',
    name: { zh: '流', en: 'flow' },
    nodes: [{ id: 'n', kind, params }],
    edges: [],
  });
  const said = (language: 'zh' | 'en') =>
    plainText(sentenceOfNode(flow.nodes[0]!, flow, language, vocabulary));
  expect(said('zh')).toBe(zh);
  expect(said('en')).not.toMatch(/undefined|\p{Script=Han}{5}/u);
});

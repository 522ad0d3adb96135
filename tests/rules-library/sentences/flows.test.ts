import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { flowSchema, type Flow, type FlowNode } from '../../../rules-library/schema/flow.ts';
import { templateSchema } from '../../../rules-library/schema/template.ts';
import {
  nodeName,
  plainText,
  sentenceOfNode,
  sentencesOf,
  stepsOf,
} from '../../../rules-library/sentences/index.ts';

const node = (
  id: string,
  kind: string,
  params: Record<string, unknown> = {},
  title?: FlowNode['title'],
): FlowNode => ({
  id,
  kind,
  version: 1,
  params,
  ...(title === undefined ? {} : { title }),
});
function flow(nodes: FlowNode[], joins: [string, string, string][]): Flow {
  return flowSchema.parse({
    id: 'flow',
    name: { zh: '流', en: 'Flow' },
    nodes,
    edges: joins.map(([from, port, to], index) => ({ from: { node: from, port }, to, order: index + 1 })),
  });
}
const face = (one: FlowNode, language: 'zh' | 'en', all: FlowNode[] = [one]): string =>
  plainText(sentenceOfNode(one, flow(all, []), language, vocabulary));

const large = { all: [{ id: 'c1', fact: 'order.total', operator: 'greaterThan', value: 500000 }] };
const rush = { all: [{ id: 'c2', fact: 'order.isRush', operator: 'equal', value: true }] };
const liquid = { all: [{ id: 'c3', fact: 'line.goodsClass', operator: 'contains', value: 'liquid' }] };

describe('the face of a node', () => {
  const table: [string, Record<string, unknown>, string, string][] = [
    ['order.received', {}, '收到订单时', 'When an order is received'],
    [
      'order.received',
      { also: ['credit.changed', 'order.changed'] },
      '收到订单、订单改动、信用变化时',
      'When an order is received or an order is changed or credit changes',
    ],
    ['condition-group', { conditions: large }, '若 订单金额 高于 ¥5,000', 'If Order total is above ¥5,000'],
    [
      'line-condition',
      { quantifier: 'every', conditions: liquid },
      '若 每个明细 货物类别 含有 液体',
      'If on every line Goods class contains Liquid',
    ],
    [
      'line-condition',
      { quantifier: 'count', operator: 'greaterThan', value: 3, conditions: liquid },
      '若 满足（货物类别 含有 液体）的明细，行数 大于 3',
      'If the number of lines where (Goods class contains Liquid) is more than 3',
    ],
    [
      'line-condition',
      { quantifier: 'sum', of: 'line.amount', operator: 'greaterThan', value: 500000, conditions: liquid },
      '若 满足（货物类别 含有 液体）的明细，明细金额合计 高于 ¥5,000',
      'If the sum of Line amount of lines where (Goods class contains Liquid) is above ¥5,000',
    ],
    [
      'branch',
      {
        cases: [
          { id: 'a', label: { zh: '加急单', en: 'Rush' }, conditions: rush },
          { id: 'b', conditions: large },
        ],
      },
      '加急单：加急；情形 2：订单金额 高于 ¥5,000；其他',
      'Rush: the order is rush; Case 2: Order total is above ¥5,000; otherwise',
    ],
    ['hold-order', { code: 'credit-exceeded' }, '挂起订单：信用超限', 'Hold the order: Credit exceeded'],
    [
      'hold-order',
      { code: 'forbidden-goods', blocks: ['release', 'ship'], lines: 'matched', until: { inMinutes: 120 } },
      '挂起订单：禁发，挡住放单、发货，只涉及命中的明细，预计 2 小时后 解卡',
      'Hold the order: Forbidden goods, blocks releasing, shipping, only for the lines that were met, expected until in 2 hours',
    ],
    ['lift-hold', { code: 'own.customs-check' }, '解除挂起：customs-check', 'Lift the hold: customs-check'],
    [
      'mark-rush',
      {},
      '在原订单上标记加急，不重排',
      'Mark the original order as rush, nothing is rescheduled',
    ],
    ['set-tag', { tag: '大额' }, '打标签「大额」', 'Set the tag "大额"'],
    ['set-tag', { tag: { fact: 'order.channel' } }, '打标签「渠道」', 'Set the tag "Channel"'],
    ['set-field', { field: 'custom.区域', value: 3 }, '把「区域」填为 3', 'Set "区域" to 3'],
    [
      'raise-alert',
      {
        kind: 'sync-late',
        level: 'urgent',
        to: [{ role: 'keeper', warehouse: 'WH03' }, { person: 'lin' }],
        text: { zh: '订单 {order.number} 迟了', en: 'Order {order.number} is late' },
        buttons: [{ name: 'lift-hold' }],
      },
      '向 WH03 仓管、lin 发出预警（紧急）：订单 {订单号} 迟了，可按「解除挂起」',
      'Alert Warehouse keeper at WH03, lin (urgent): Order {Order number} is late, with the button "Lift hold"',
    ],
    ['note', { text: '双十二前复查' }, '双十二前复查', '双十二前复查'],
    ['hold-order', {}, '挂起订单：还没填完', 'Hold order: not filled in yet'],
    ['telepathy', { steps: [] }, '「telepathy」还不能用', '"telepathy" cannot be used yet'],
  ];
  it.each(table)('%s %j', (kind, params, zh, en) => {
    expect(face(node('n1', kind, params), 'zh')).toBe(zh);
    expect(face(node('n1', kind, params), 'en')).toBe(en);
  });

  it.each([...vocabulary.blocks.keys()])('%s: every example that compiles has a face', (kind) => {
    const block = vocabulary.blocks.get(kind)!;
    for (const { params, problem } of block.examples) {
      if (problem !== undefined) continue;
      for (const language of ['zh', 'en'] as const) {
        const said = face(node('n1', kind, params as Record<string, unknown>), language);
        expect(said).not.toBe('');
        expect(said).not.toMatch(/undefined|not filled in|还没填完/);
      }
    }
  });

  it('calls results by the node they come from', () => {
    const lines = node(
      'n2',
      'line-condition',
      { quantifier: 'any', conditions: liquid },
      { zh: '含液体', en: 'Liquids' },
    );
    const check = node('n3', 'condition-group', {
      conditions: { all: [{ fact: 'flow.n2', operator: 'equal', value: true }] },
    });
    expect(face(check, 'zh', [lines, check])).toBe('若 「含液体」 成立');
    expect(face(check, 'en', [lines, check])).toBe('If "Liquids" holds');
  });

  it('a node is called by its title, else by its kind', () => {
    expect(nodeName(node('a', 'mark-rush'), vocabulary)).toEqual({ zh: '标记加急', en: 'Mark as rush' });
    expect(nodeName(node('a', 'mark-rush', {}, { zh: '加急', en: '' }), vocabulary)).toEqual({
      zh: '加急',
      en: '加急',
    });
  });
});

describe('a drawing in sentences', () => {
  const say = (drawn: Flow) => sentencesOf(drawn, vocabulary);

  it('has one sentence for each thing it does, with all that has to hold', () => {
    const drawn = flow(
      [
        node('t', 'order.received'),
        node('c', 'condition-group', { conditions: large }),
        node('l', 'line-condition', { quantifier: 'any', conditions: liquid }),
        node('h', 'hold-order', { code: 'forbidden-goods' }),
        node('g', 'set-tag', { tag: '小额' }),
        node('m', 'set-tag', { tag: '待查' }),
      ],
      [
        ['t', 'next', 'c'],
        ['c', 'yes', 'l'],
        ['c', 'no', 'g'],
        ['c', 'unknown', 'm'],
        ['l', 'yes', 'h'],
      ],
    );
    expect(say(drawn).map(({ zh }) => zh)).toEqual([
      '收到订单时，若 订单金额 高于 ¥5,000 且 任一明细 货物类别 含有 液体，就 挂起订单：禁发',
      '收到订单时，若 非（订单金额 高于 ¥5,000），就 打标签「小额」',
      '收到订单时，若 不知道是否（订单金额 高于 ¥5,000），就 打标签「待查」',
    ]);
    expect(say(drawn)[0]!.en).toBe(
      'When an order is received, if Order total is above ¥5,000 and on any line Goods class contains Liquid, hold the order: Forbidden goods',
    );
  });

  it('follows actions, joins by or, and is plain right after the trigger', () => {
    const drawn = flow(
      [
        node('t', 'order.received'),
        node('a', 'condition-group', { conditions: large }),
        node('b', 'condition-group', { conditions: rush }),
        node('h', 'hold-order', { code: 'other' }),
        node('x', 'set-tag', { tag: '一' }),
        node('y', 'set-tag', { tag: '二' }),
      ],
      [
        ['t', 'next', 'a'],
        ['t', 'next', 'b'],
        ['t', 'next', 'y'],
        ['a', 'yes', 'h'],
        ['b', 'no', 'h'],
        ['h', 'next', 'x'],
      ],
    );
    expect(say(drawn).map(({ zh }) => zh)).toEqual([
      '收到订单时，若 订单金额 高于 ¥5,000 或 非（加急），就 挂起订单：其他',
      '收到订单时，若 订单金额 高于 ¥5,000 或 非（加急），就 打标签「一」',
      '收到订单时，就 打标签「二」',
    ]);
  });

  it('says of a branch which cases were passed', () => {
    const drawn = flow(
      [
        node('t', 'rush.requested'),
        node('b', 'branch', {
          cases: [
            { id: 'a', label: { zh: '加急单', en: 'Rush' }, conditions: rush },
            { id: 'b', conditions: large },
          ],
        }),
        node('x', 'set-tag', { tag: '一' }),
        node('y', 'set-tag', { tag: '二' }),
      ],
      [
        ['t', 'next', 'b'],
        ['b', 'b', 'x'],
        ['b', 'otherwise', 'y'],
      ],
    );
    expect(say(drawn).map(({ zh }) => zh)).toEqual([
      '申请加急时，若 非「加急单」 且 订单金额 高于 ¥5,000，就 打标签「一」',
      '申请加急时，若 非「加急单」 且 非（订单金额 高于 ¥5,000），就 打标签「二」',
    ]);
  });

  it('stays short however many ways lead there', () => {
    const checks = Array.from({ length: 40 }, (_, index) =>
      node(
        `c${index}`,
        'condition-group',
        { conditions: large },
        { zh: `第${index}关`, en: `Check ${index}` },
      ),
    );
    const joins = checks.flatMap((_, index): [string, string, string][] =>
      index === 0
        ? [['t', 'next', 'c0']]
        : [
            [`c${index - 1}`, 'yes', `c${index}`],
            [`c${index - 1}`, 'no', `c${index}`],
          ],
    );
    const drawn = flow(
      [node('t', 'order.received'), ...checks, node('x', 'set-tag', { tag: '一' })],
      [...joins, ['c39', 'yes', 'x']],
    );
    const [sentence] = say(drawn);
    expect(sentence!.zh.length).toBeLessThan(400);
    expect(sentence!.zh).toContain('打标签「一」');
  });

  it('cuts many ways into one action, and leaves out ways nothing leads into', () => {
    const checks = Array.from({ length: 9 }, (_, index) =>
      node(`c${index}`, 'condition-group', { conditions: rush }),
    );
    const joins = checks.flatMap(({ id }): [string, string, string][] => [
      ['t', 'next', id],
      [id, 'yes', 'x'],
    ]);
    const many = flow([node('t', 'order.received'), ...checks, node('x', 'mark-rush')], joins);
    expect(say(many)[0]!.zh).toBe(
      '收到订单时，若 加急 或 加急 或 加急 或 加急 或 另外 5 种情况，就 在原订单上标记加急，不重排',
    );
    const orphan = flow(
      [node('t', 'order.received'), ...checks.slice(0, 2), node('x', 'mark-rush')],
      [
        ['t', 'next', 'c0'],
        ['c0', 'yes', 'x'],
        ['c1', 'no', 'x'],
      ],
    );
    expect(say(orphan)[0]!.en).toBe(
      'When an order is received, if the order is rush, mark the original order as rush, nothing is rescheduled',
    );
  });

  it('reads drafts that could not be published: cycles, edges into nothing, no trigger, unknown blocks', () => {
    const drawn = flow(
      [
        node('t', 'order.received'),
        node('c', 'condition-group', { conditions: large }),
        node('x', 'set-tag', { tag: '一' }),
        node('q', 'telepathy'),
      ],
      [
        ['t', 'next', 'c'],
        ['c', 'yes', 'x'],
        ['x', 'next', 'c'],
        ['c', 'no', 'gone'],
        ['gone', 'yes', 'x'],
        ['c', 'no', 'q'],
      ],
    );
    expect(say(drawn)).toHaveLength(1);
    expect(say(flow([node('x', 'set-tag', { tag: '一' })], []))).toEqual([]);
    expect(say(flow([], []))).toEqual([]);
  });

  it('gives the same steps by node for reading aloud', () => {
    const drawn = flow([node('t', 'order.received'), node('x', 'mark-rush')], [['t', 'next', 'x']]);
    expect(stepsOf(drawn, 'en', vocabulary).map((step) => [step.node, plainText(step.segments)])).toEqual([
      ['x', 'When an order is received, mark the original order as rush, nothing is rescheduled'],
    ]);
  });
});

describe('the template', () => {
  const file = new URL('../../../templates/car-parts/AUTO2026Q1.json', import.meta.url);
  const template = templateSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

  it('reads in both languages, node by node', () => {
    for (const drawn of template.flows) {
      expect(sentencesOf(drawn, vocabulary).length, drawn.id).toBeGreaterThan(0);
      for (const one of drawn.nodes) {
        for (const language of ['zh', 'en'] as const) {
          const said = plainText(sentenceOfNode(one, drawn, language, vocabulary));
          expect(said, `${drawn.id} ${one.id}`).not.toMatch(/undefined|not filled in|还没填完|还不能用/);
        }
      }
    }
  });
});

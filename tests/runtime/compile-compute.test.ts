import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../rules-library/index.ts';
import { flowSchema, type Flow } from '../../rules-library/schema/flow.ts';
import { sentenceOfNode, plainText, sentencesOf } from '../../rules-library/sentences/index.ts';
import { compileFlow, compileRules } from '../../runtime/index.ts';

/** order.received → the block → a check of one of its results → a tag. */
function checked(kind: string, params: unknown, comparison: Record<string, unknown>, title = '折扣表'): Flow {
  return flowSchema.parse({
    id: 'f',
    name: { zh: '流', en: 'flow' },
    nodes: [
      { id: 't', kind: 'order.received' },
      { id: 'n', kind, params, title: { zh: title, en: 'Discounts' } },
      { id: 'c', kind: 'condition-group', params: { conditions: { id: 'c1', ...comparison } } },
      { id: 'a', kind: 'set-tag', params: { tag: 'x' } },
    ],
    edges: [
      { from: { node: 't', port: 'next' }, to: 'n' },
      { from: { node: 'n', port: 'next' }, to: 'c' },
      { from: { node: 'c', port: 'yes' }, to: 'a' },
    ],
  });
}

const table = {
  inputs: [{ id: 'total', fact: 'order.total' }],
  outputs: [
    { id: 'off', label: { zh: '优惠', en: 'Discount' }, type: 'money' },
    { id: 'level', label: { zh: '级别', en: 'Level' }, type: 'choice', values: ['high', 'middle', 'low'] },
  ],
  rows: [
    { id: 'a', when: { total: { operator: 'greaterThan', value: 100 } }, then: { off: 5000, level: 'high' } },
    { id: 'b', when: {}, then: { off: 0, level: 'low' } },
  ],
};
const errors = (flow: Flow) =>
  compileFlow(flow, vocabulary).problems.filter(({ level }) => level === 'error');

describe('results of blocks', () => {
  test('are used like any fact, by blocks behind them', () => {
    const flow = checked('decision-table', table, {
      fact: 'f.n.level',
      operator: 'atLeast',
      value: 'middle',
    });
    const { rules, derived, problems } = compileFlow(flow, vocabulary);
    expect(problems).toEqual([]);
    const program = compileRules(rules, { derived });
    expect(program.facts).toContain('order.total');
    const tags = (total: number) =>
      program
        .evaluate({ 'event.type': 'order.received', 'order.total': total })
        .events.map(({ type }) => type);
    expect(tags(101)).toEqual(['set-tag']);
    expect(tags(100)).toEqual([]);
  });

  test('have a type: what does not fit it is told at the block that uses them', () => {
    const wrong = checked('decision-table', table, {
      fact: 'f.n.off',
      operator: 'greaterThan',
      value: 'much',
    });
    expect(errors(wrong)).toMatchObject([
      { node: 'c', code: 'value-type', path: 'c1', text: { zh: '「折扣表 · 优惠」要和数字比较' } },
    ]);
    const none = checked('decision-table', table, { fact: 'f.n.other', operator: 'equal', value: 1 });
    expect(errors(none)).toMatchObject([{ node: 'c', code: 'unknown-fact' }]);
  });

  test('read as people write them, called by their block', () => {
    const flow = checked('decision-table', table, { fact: 'f.n.off', operator: 'greaterThan', value: 5000 });
    expect(sentencesOf(flow, vocabulary).at(-1)!.zh).toContain('折扣表 · 优惠 高于 ¥50');
    const face = sentenceOfNode(flow.nodes[1]!, flow, 'zh', vocabulary);
    expect(plainText(face)).toBe('查决策表：按 订单金额 得出 优惠、级别，2 行里取 从上往下第一行');
    const english = sentenceOfNode(flow.nodes[1]!, flow, 'en', vocabulary);
    expect(plainText(english)).toBe(
      'Decision table: Discount, Level by Order total, 2 rows, the first row from the top',
    );
  });

  test('a cell that cannot be judged is told with its place', () => {
    const rows = [{ id: 'a', when: { total: 'many' }, then: { off: 1, level: 'low' } }];
    const flow = checked(
      'decision-table',
      { ...table, rows },
      { fact: 'f.n.off', operator: 'equal', value: 1 },
    );
    expect(errors(flow)).toMatchObject([{ node: 'n', code: 'value-type', path: 'rows[0].when.total' }]);
    const inputs = [{ id: 'total', fact: 'order.weightOfSoul' }];
    const unknown = checked(
      'decision-table',
      { ...table, inputs },
      { fact: 'f.n.off', operator: 'equal', value: 1 },
    );
    expect(errors(unknown)).toMatchObject([{ node: 'n', code: 'unknown-fact', path: 'inputs' }]);
  });
});

import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import type { Segment } from '../../define/sentence.ts';
import { ui } from '../../define/ui.ts';
import { readExpression } from '../../expressions/read-expression.ts';
import { labelOfFact } from '../../sentences/label-of-fact.ts';
import { factWord, operatorWord, words } from '../../sentences/segments.ts';
import { resultTypes, resultTypeSchema } from './result-type.ts';

/** Nothing is a choice before somebody says of what. */
const types = resultTypes.filter(({ value }) => value !== 'choice');

export const calculationBlock = defineBlock({
  kind: 'calculation',
  version: 1,
  category: 'compute',
  label: { zh: '计算', en: 'Calculation' },
  help: {
    zh: '用业务数据算出一个值，写法如 percentOf(order.total, 15)。金额、分、克、件取整，四舍五入。缺数据时结果算「不知道」。',
    en: 'Calculates a value from business data, as in percentOf(order.total, 15). Fen, grams and pieces are rounded. With data missing, the result is not known.',
  },
  ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  params: z.strictObject({
    expression: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .meta(ui({ label: { zh: '怎么算', en: 'How' }, field: 'expression' })),
    type: resultTypeSchema
      .exclude(['choice'])
      .default('number')
      .meta(ui({ label: { zh: '结果是', en: 'It gives' }, field: 'choice', options: types })),
  }),
  initial: { expression: 'order.total', type: 'money' },
  results: ({ type }) => [{ label: { zh: '结果', en: 'result' }, type }],
  compile: ({ expression, type }, { result }) => ({
    role: 'compute',
    derived: [{ id: result, calculate: 'expression', with: { expression, type }, reads: [] }],
  }),
  sentence: ({ expression }, context) => {
    const named = (id: string): boolean =>
      context.facts.has(id) || context.nameOf('result', id) !== undefined || /^(custom|list)\./.test(id);
    const pieces = readExpression(expression, named).map(({ kind, text }): Segment =>
      kind === 'fact' ? factWord(labelOfFact(text, context)) : words(text),
    );
    return [operatorWord(context.language === 'zh' ? '算出' : 'Calculate'), words(' '), ...pieces];
  },
  examples: [
    {
      name: { zh: '百分之十五', en: 'Fifteen percent' },
      params: { expression: 'percentOf(order.total, 15)', type: 'money' },
      facts: { 'order.total': 1003 },
      gives: { '': 150 },
    },
    {
      name: { zh: '缺数据', en: 'Data missing' },
      params: { expression: 'order.total - order.discount', type: 'money' },
      facts: { 'order.total': 1000 },
      gives: { '': undefined },
    },
    {
      name: { zh: '缺的用不上', en: 'What is missing is not needed' },
      params: { expression: 'order.isRush || order.total > 500', type: 'yes-no' },
      facts: { 'order.total': 501 },
      gives: { '': true },
    },
    {
      name: { zh: '除以零', en: 'Divided by zero' },
      params: { expression: 'order.total / order.quantity', type: 'money' },
      facts: { 'order.total': 1000, 'order.quantity': 0 },
      gives: { '': undefined },
    },
    {
      name: { zh: '带连字符的数据', en: 'Data with hyphens' },
      params: { expression: 'clock.daysTo.spring-festival-7', type: 'days' },
      facts: { 'clock.daysTo.spring-festival': 10 },
      gives: { '': 3 },
    },
    {
      name: { zh: '金额加时长', en: 'Money and a duration' },
      params: { expression: 'order.total + order.age', type: 'money' },
      problem: 'expression',
    },
    {
      name: { zh: '没有这项数据', en: 'No such data' },
      params: { expression: 'order.sum * 2', type: 'money' },
      problem: 'unknown-fact',
    },
    {
      name: { zh: '结果类型不对', en: 'Another type' },
      params: { expression: 'order.total > 5', type: 'money' },
      problem: 'expression',
    },
  ],
});

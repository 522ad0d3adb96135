import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema, type Condition } from '../../schema/condition.ts';
import { factIdSchema } from '../../schema/ids.ts';
import { factsOf } from '../../schema/facts-of.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { lineWords } from './line-words.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const quantifiers = [
  { value: 'any', label: { zh: '任一明细', en: 'Any line' } },
  { value: 'every', label: { zh: '每个明细', en: 'Every line' } },
  { value: 'none', label: { zh: '没有明细', en: 'No line' } },
  { value: 'count', label: { zh: '明细行数', en: 'Number of lines' } },
  { value: 'sum', label: { zh: '明细合计', en: 'Sum over lines' } },
] as const;

const comparing = ['count', 'sum'];
const params = z
  .strictObject({
    quantifier: z
      .enum(['any', 'every', 'none', 'count', 'sum'])
      .meta(ui({ label: { zh: '看哪些明细', en: 'Which lines' }, field: 'choice', options: quantifiers })),
    of: factIdSchema.optional().meta(
      ui({
        label: { zh: '合计什么', en: 'Sum of' },
        field: 'line-fact',
        shownWhen: { param: 'quantifier', in: ['sum'] },
      }),
    ),
    operator: z
      .enum(['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'])
      .optional()
      .meta(
        ui({
          label: { zh: '比较', en: 'Comparison' },
          field: 'operator',
          shownWhen: { param: 'quantifier', in: comparing },
        }),
      ),
    value: z
      .number()
      .optional()
      .meta(
        ui({
          label: { zh: '数值', en: 'Value' },
          field: 'number',
          shownWhen: { param: 'quantifier', in: comparing },
        }),
      ),
    conditions: conditionSchema.meta(
      ui({ label: { zh: '同一明细满足', en: 'The same line meets' }, field: 'line-conditions' }),
    ),
    whenMissing: whenMissingSchema,
  })
  .superRefine((given, context) => {
    const needs = [
      ...(comparing.includes(given.quantifier) ? (['operator', 'value'] as const) : []),
      ...(given.quantifier === 'sum' ? (['of'] as const) : []),
    ];
    for (const name of needs) {
      if (given[name] !== undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'missing',
        params: { zh: '还没选，请补上', en: 'is not chosen yet' },
      });
    }
  });

const liquid = { all: [{ id: 'c1', fact: 'line.goodsClass', operator: 'contains', value: 'liquid' }] };

export const lineConditionBlock = defineBlock({
  kind: 'line-condition',
  version: 1,
  category: 'check',
  label: { zh: '明细条件', en: 'Line condition' },
  help: {
    zh: '逐行看订单明细：任一、每个、没有、行数或合计。命中的明细可以交给后面的动作。',
    en: 'Looks at each line: any, every, none, how many, or a sum. Lines that meet it can be handed to later actions.',
  },
  follows: ['order'],
  ports: yesNoPorts,
  params,
  initial: {
    quantifier: 'any',
    conditions: { all: [{ fact: 'line.quantity', operator: 'greaterThanInclusive', value: 1 }] },
    whenMissing: 'person',
  },
  compile: ({ whenMissing, ...settings }, { result }) => {
    const reads = [
      'lines',
      ...factsOf(settings.conditions),
      ...(settings.of === undefined ? [] : [settings.of]),
    ];
    const derived = (id: string, output: string) => ({
      id,
      calculate: 'line-condition',
      with: { ...settings, output },
      reads,
    });
    const holds: Condition = { id: 'lines', fact: result, operator: 'equal', value: true };
    return {
      role: 'check',
      exits: yesNoExits(holds, whenMissing),
      derived: [derived(result, 'result'), derived(`${result}.matched`, 'matched')],
      matches: true,
    };
  },
  sentence: (params, context) => ifWords(lineWords(params, context), context),
  exit: (params, port, context) => yesNoWords(lineWords(params, context), port, context),
  examples: [
    {
      name: { zh: '含液体', en: 'Holds a liquid' },
      params: { quantifier: 'any', conditions: liquid },
      facts: { lines: [{ 'line.goodsClass': [] }, { 'line.goodsClass': ['liquid'] }] },
      port: 'yes',
    },
    {
      name: { zh: '没有液体', en: 'Holds none' },
      params: { quantifier: 'any', conditions: liquid },
      facts: { lines: [{ 'line.goodsClass': ['battery'] }] },
      port: 'no',
    },
    {
      name: { zh: '有一行不知道', en: 'One line is not known' },
      params: { quantifier: 'any', conditions: liquid },
      facts: { lines: [{}, { 'line.goodsClass': [] }] },
      port: 'unknown',
    },
    {
      name: { zh: '没有明细', en: 'No lines' },
      params: { quantifier: 'every', conditions: liquid },
      facts: { lines: [] },
      port: 'yes',
    },
    {
      name: { zh: '液体件数超过 10', en: 'More than ten liquid pieces' },
      params: {
        quantifier: 'sum',
        of: 'line.quantity',
        operator: 'greaterThan',
        value: 10,
        conditions: liquid,
      },
      facts: {
        lines: [
          { 'line.goodsClass': ['liquid'], 'line.quantity': 6 },
          { 'line.goodsClass': ['liquid'], 'line.quantity': 5 },
        ],
      },
      port: 'yes',
    },
    {
      name: { zh: '合计什么没选', en: 'Sum of nothing' },
      params: { quantifier: 'sum', conditions: liquid },
      problem: 'params',
    },
  ],
});

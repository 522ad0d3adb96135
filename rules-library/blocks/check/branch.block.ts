import { z } from 'zod';
import { defineBlock, type Port, type When } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema } from '../../schema/condition.ts';
import { idSchema } from '../../schema/ids.ts';
import { textSchema } from '../../schema/text.ts';
import { casesWords, caseWords } from './branch-words.ts';
import { unknownPort, whenMissingSchema } from './when-missing.ts';

const caseSchema = z.strictObject({
  id: idSchema.refine((id) => id !== 'otherwise' && id !== 'unknown'),
  label: textSchema.optional(),
  conditions: conditionSchema,
});

const params = z
  .strictObject({
    cases: z
      .array(caseSchema)
      .min(1)
      .max(30)
      .meta(
        ui({
          label: { zh: '情形，从上往下第一个满足的算', en: 'Cases: the first that holds counts' },
          field: 'cases',
        }),
      ),
    whenMissing: whenMissingSchema,
  })
  .superRefine(({ cases }, context) => {
    cases.forEach(({ id }, index) => {
      if (cases.findIndex((other) => other.id === id) === index) return;
      context.addIssue({
        code: 'custom',
        path: ['cases', index, 'id'],
        message: 'twice',
        params: { zh: `情形「${id}」重复`, en: `case "${id}" stands twice` },
      });
    });
  });

const tiers = {
  cases: [
    {
      id: 'gold',
      conditions: { all: [{ id: 'c1', fact: 'customer.tier', operator: 'equal', value: 'gold' }] },
    },
    {
      id: 'large',
      conditions: { all: [{ id: 'c2', fact: 'order.total', operator: 'greaterThan', value: 100 }] },
    },
  ],
};

export const branchBlock = defineBlock({
  kind: 'branch',
  version: 1,
  category: 'check',
  label: { zh: '分支', en: 'Branch' },
  help: {
    zh: '分几种情形，从上往下看，第一个满足的走自己的出口，都不满足走「其他」。',
    en: 'Several cases, read from the top: the first that holds takes its exit; if none does, "otherwise".',
  },
  ports: ({ cases, whenMissing }) => [
    ...cases.map(({ id, label }, index): Port => ({
      id,
      label: label ?? { zh: `情形 ${index + 1}`, en: `Case ${index + 1}` },
      unconnected: 'nothing',
    })),
    { id: 'otherwise', label: { zh: '其他', en: 'otherwise' }, unconnected: 'nothing' },
    ...(whenMissing === 'no' ? [] : [unknownPort]),
  ],
  params,
  initial: {
    cases: [
      { id: 'case-1', conditions: { all: [{ fact: 'customer.tier', operator: 'atLeast', value: 'gold' }] } },
      {
        id: 'case-2',
        conditions: { all: [{ fact: 'customer.tier', operator: 'atLeast', value: 'silver' }] },
      },
    ],
    whenMissing: 'person',
  },
  compile: ({ cases, whenMissing }) => {
    const passed = whenMissing === 'no' ? 'not-yes' : 'no';
    const before = (index: number): When[] =>
      cases.slice(0, index).map(({ conditions }) => ({ is: passed, of: conditions }));
    const exits: Record<string, When> = {};
    cases.forEach(({ id, conditions }, index) => {
      exits[id] = { all: [...before(index), { is: 'yes', of: conditions }] };
    });
    exits.otherwise = { all: before(cases.length) };
    if (whenMissing === 'person') {
      // Undecided as soon as the first case that is not surely no is itself not decided.
      exits.unknown = {
        any: cases.map(({ conditions }, index) => ({
          all: [...before(index), { is: 'unknown', of: conditions }],
        })),
      };
    }
    return { role: 'check', exits };
  },
  sentence: ({ cases }, context) => casesWords(cases, context),
  exit: ({ cases }, port, context) => caseWords(cases, port, context),
  examples: [
    {
      name: { zh: '第一个', en: 'The first' },
      params: tiers,
      facts: { 'customer.tier': 'gold', 'order.total': 500 },
      port: 'gold',
    },
    {
      name: { zh: '第二个', en: 'The second' },
      params: tiers,
      facts: { 'customer.tier': 'none', 'order.total': 500 },
      port: 'large',
    },
    {
      name: { zh: '都不是', en: 'Neither' },
      params: tiers,
      facts: { 'customer.tier': 'none', 'order.total': 5 },
      port: 'otherwise',
    },
    {
      name: { zh: '等级不知道', en: 'Tier not known' },
      params: tiers,
      facts: { 'order.total': 500 },
      port: 'unknown',
    },
    {
      name: { zh: '缺数据算不满足', en: 'Missing counts as not met' },
      params: { ...tiers, whenMissing: 'no' },
      facts: { 'order.total': 500 },
      port: 'large',
    },
  ],
});

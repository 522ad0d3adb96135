import { z } from 'zod';
import { defineBlock, type SubjectKind } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema } from '../../schema/condition.ts';
import { factIdSchema } from '../../schema/ids.ts';
import type { Text } from '../../schema/text.ts';
import { conditionSegments } from '../../sentences/condition.ts';
import { operatorWord, valueWord, words } from '../../sentences/segments.ts';

const collections: readonly { value: string; label: Text; subject: SubjectKind }[] = [
  { value: 'open-orders', label: { zh: '未完结订单', en: 'open orders' }, subject: 'order' },
  { value: 'locks', label: { zh: '锁库', en: 'stock locks' }, subject: 'reservation' },
  { value: 'transfers', label: { zh: '调拨', en: 'transfers' }, subject: 'transfer' },
  { value: 'stocks', label: { zh: '库存', en: 'stocks' }, subject: 'stock' },
];
/** What this build can go through. */
const handled: readonly string[] = ['open-orders'];
const subjectOf = (of: string): SubjectKind => collections.find(({ value }) => value === of)!.subject;

const params = z.strictObject({
  of: z
    .enum(collections.map(({ value }) => value))
    .refine((of) => handled.includes(of), {
      params: { zh: '这个版本还不能逐一处理它', en: 'cannot be gone through in this version yet' },
    })
    .meta(ui({ label: { zh: '逐一处理', en: 'Each of' }, field: 'choice', options: collections })),
  where: conditionSchema.optional().meta(ui({ label: { zh: '只要满足', en: 'Where' }, field: 'conditions' })),
  sort: z
    .array(z.strictObject({ by: factIdSchema, order: z.enum(['up', 'down']).default('up') }))
    .max(5)
    .optional()
    .meta(ui({ label: { zh: '先后', en: 'In the order of' }, field: 'sorting', advanced: true })),
  atMost: z
    .int()
    .min(1)
    .max(100_000)
    .default(1000)
    .meta(ui({ label: { zh: '最多处理', en: 'At most' }, field: 'number' })),
});

const late = { id: 'c1', fact: 'order.isLate', operator: 'equal', value: true };

export const forEachBlock = defineBlock({
  kind: 'for-each',
  version: 1,
  category: 'many',
  label: { zh: '逐一处理', en: 'For each' },
  help: {
    zh: '把满足条件的一个个拿出来，每个单独判断一次，进度看得到。条件里缺数据的不算。',
    en: 'Takes those that meet the conditions one by one, each a decision of its own, with progress. One with missing data does not count.',
  },
  needs: ['start-each'],
  ports: () => [
    { id: 'each', label: { zh: '每一个', en: 'each' }, unconnected: 'error' },
    { id: 'none', label: { zh: '一个也没有', en: 'none' }, unconnected: 'nothing' },
  ],
  params,
  initial: { of: 'open-orders', atMost: 1000 },
  compile: ({ of, where, sort, atMost }) => ({
    role: 'action',
    event: { type: 'start-each', params: { of, ...(sort === undefined ? {} : { sort }), atMost } },
    stages: ['each', 'none'],
    subjects: { each: subjectOf(of) },
    ...(where === undefined ? {} : { items: { subject: subjectOf(of), where } }),
  }),
  fromEvent: ({ params: given = {} }) => (Object.hasOwn(given, 'where') ? undefined : { ...given }),
  sentence: ({ of, where, atMost }, context) => {
    const { language } = context;
    const name = valueWord(collections.find(({ value }) => value === of)!.label[language]);
    const only = where === undefined ? [] : conditionSegments(where, context);
    return language === 'zh'
      ? [
          operatorWord('逐一处理'),
          words(' '),
          name,
          ...(only.length === 0 ? [] : [words('，只要 '), ...only]),
          words(`，最多 ${atMost} 个`),
        ]
      : [
          operatorWord('For each of'),
          words(' '),
          name,
          ...(only.length === 0 ? [] : [words(' where '), ...only]),
          words(`, at most ${atMost}`),
        ];
  },
  examples: [
    {
      name: { zh: '所有未完结订单', en: 'All open orders' },
      params: { of: 'open-orders', sort: [{ by: 'order.placedAt' }], atMost: 50 },
      emits: {
        type: 'start-each',
        params: { of: 'open-orders', sort: [{ by: 'order.placedAt', order: 'up' }], atMost: 50 },
      },
    },
    {
      name: { zh: '超期的订单', en: 'Late orders' },
      params: { of: 'open-orders', where: late, atMost: 50 },
      emits: {
        type: 'start-each',
        params: {
          of: 'open-orders',
          atMost: 50,
          where: {
            conditions: {
              all: [
                { fact: 'order.isLate', operator: 'isPresent', value: true, priority: 2 },
                { fact: 'order.isLate', operator: 'equal', value: true, name: 'it/c1' },
              ],
            },
            derived: [],
          },
        },
      },
    },
    {
      name: { zh: '还不能逐一处理库存', en: 'Stocks cannot be gone through yet' },
      params: { of: 'stocks' },
      problem: 'params',
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { of: 'dreams' }, problem: 'params' },
  ],
});

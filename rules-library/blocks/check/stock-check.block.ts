import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { ui } from '../../define/ui.ts';
import { factReferenceSchema, type Condition, type Operand } from '../../schema/condition.ts';
import { factsOf } from '../../schema/facts-of.ts';
import { paramSegments } from '../../sentences/param.ts';
import { operatorWord, words } from '../../sentences/segments.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const scopes = [
  { value: 'all', label: { zh: '每行都够', en: 'Every line' } },
  { value: 'part', label: { zh: '有一行够', en: 'Some line' } },
] as const;

const params = z.strictObject({
  scope: z
    .enum(['all', 'part'])
    .default('all')
    .meta(ui({ label: { zh: '要多少够', en: 'How much' }, field: 'choice', options: scopes })),
  by: z
    .union([z.iso.datetime({ offset: true }), factReferenceSchema])
    .optional()
    .meta(
      ui({
        label: { zh: '最晚什么时候', en: 'By' },
        help: {
          zh: '填了就把在这之前到的在途货也算上',
          en: 'What arrives in transit before then counts too',
        },
        field: 'time',
      }),
    ),
  whenMissing: whenMissingSchema,
});
type Check = z.output<typeof params>;

/** A line is covered by stock at hand, or by what arrives in time. */
function covered({ by }: Check): Condition {
  const short = (id: string, operator: string, value: Operand): Condition => ({
    id,
    fact: 'line.shortage',
    operator,
    value,
  });
  const atHand = short('at-hand', 'equal', 0);
  if (by === undefined) return atHand;
  const inTime: Condition[] = [
    {
      id: 'in-transit',
      fact: 'line.inTransit',
      operator: 'greaterThanInclusive',
      value: { fact: 'line.shortage' },
    },
    { not: { id: 'late', fact: 'line.inTransitEta', operator: 'after', value: by } },
  ];
  return { any: [atHand, { all: inTime }] };
}

/** 「每行都够」, 「在 期望交付 前有一行够」. */
function stockWords({ scope, by }: Check, context: SentenceContext): Segment[] {
  const { language } = context;
  const enough =
    scope === 'all'
      ? { zh: '每行都有货', en: 'every line is in stock' }
      : { zh: '至少一行有货', en: 'some line is in stock' };
  if (by === undefined) return [operatorWord(enough[language])];
  const when = paramSegments(by, context, { field: 'time' });
  return language === 'zh'
    ? [words('到 '), ...when, words(' 时'), operatorWord(enough.zh)]
    : [operatorWord(enough.en), words(' by '), ...when];
}

const promised = { by: { fact: 'order.requestedDelivery' } };
const line = (shortage: number, more: object = {}) => ({ 'line.shortage': shortage, ...more });

export const stockCheckBlock = defineBlock({
  kind: 'stock-check',
  version: 1,
  category: 'check',
  label: { zh: '库存够不够', en: 'In stock' },
  help: {
    zh: '看订单每行（或至少一行）有没有货。给了时间，就连那时已到的在途货一起算。',
    en: 'Whether every line (or some line) is in stock; with a time, what will have arrived by then counts too.',
  },
  follows: ['order'],
  ports: yesNoPorts,
  params,
  initial: { scope: 'all', whenMissing: 'person' },
  compile: (given, { result }) => {
    const conditions = covered(given);
    const holds: Condition = { id: 'lines', fact: result, operator: 'equal', value: true };
    const quantifier = given.scope === 'all' ? 'every' : 'any';
    return {
      role: 'check',
      exits: yesNoExits(holds, given.whenMissing),
      derived: [
        {
          id: result,
          calculate: 'line-condition',
          with: { quantifier, conditions, output: 'result' },
          reads: ['lines', ...factsOf(conditions)],
        },
      ],
    };
  },
  sentence: (given, context) => ifWords(stockWords(given, context), context),
  exit: (given, port, context) => yesNoWords(stockWords(given, context), port, context),
  examples: [
    {
      name: { zh: '都有货', en: 'All in stock' },
      params: {},
      facts: { lines: [line(0), line(0)] },
      port: 'yes',
    },
    { name: { zh: '缺一行', en: 'One short' }, params: {}, facts: { lines: [line(0), line(2)] }, port: 'no' },
    {
      name: { zh: '有一行够', en: 'One is in stock' },
      params: { scope: 'part' },
      facts: { lines: [line(0), line(2)] },
      port: 'yes',
    },
    {
      name: { zh: '不知道库存', en: 'Stock is not known' },
      params: {},
      facts: { lines: [line(0), {}] },
      port: 'unknown',
    },
    {
      name: { zh: '在途赶得上', en: 'In transit and in time' },
      params: promised,
      facts: {
        'order.requestedDelivery': 50,
        lines: [line(2, { 'line.inTransit': 2, 'line.inTransitEta': 50 })],
      },
      port: 'yes',
    },
    {
      name: { zh: '在途赶不上', en: 'In transit but late' },
      params: promised,
      facts: {
        'order.requestedDelivery': 50,
        lines: [line(2, { 'line.inTransit': 2, 'line.inTransitEta': 51 })],
      },
      port: 'no',
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { scope: 'none' }, problem: 'params' },
  ],
});

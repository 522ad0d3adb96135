import { z } from 'zod';
import { defineBlock, type Port, type When } from '../../define/block.ts';
import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { ui } from '../../define/ui.ts';
import type { Condition } from '../../schema/condition.ts';
import { joinWord, operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';

const platforms = [
  { value: 'different', label: { zh: '不同渠道', en: 'Different channels' } },
  { value: 'any', label: { zh: '不限渠道', en: 'Any channel' } },
] as const;
const likelihood = z.number().min(0).max(100);

const params = z
  .strictObject({
    windowHours: z
      .int()
      .default(24)
      .refine((hours) => hours === 24, {
        params: { zh: '目前只看 24 小时内的订单', en: 'looks at the orders of 24 hours, no other time yet' },
      })
      .meta(ui({ label: { zh: '多少小时内', en: 'Within' }, field: 'hours', advanced: true })),
    platforms: z
      .enum(platforms.map(({ value }) => value))
      .default('different')
      .meta(ui({ label: { zh: '渠道', en: 'Channels' }, field: 'choice', options: platforms })),
    sameSku: z
      .boolean()
      .default(false)
      .meta(ui({ label: { zh: '要买了同样的商品', en: 'Has bought the same part' }, field: 'yes-no' })),
    likely: likelihood.default(60).meta(
      ui({
        label: { zh: '百分之几起算可能', en: 'Maybe from (percent)' },
        field: 'number',
        advanced: true,
      }),
    ),
    sure: likelihood.default(90).meta(
      ui({
        label: { zh: '百分之几起算是', en: 'Yes from (percent)' },
        field: 'number',
        advanced: true,
      }),
    ),
    whenMissing: whenMissingSchema,
  })
  .refine(({ likely, sure }) => likely < sure, {
    path: ['sure'],
    params: { zh: '要高于「可能」', en: 'has to be above "maybe"' },
  });
type Match = z.output<typeof params>;

const maybe: Port = { id: 'maybe', label: { zh: '可能', en: 'maybe' }, unconnected: 'nothing' };

/** More orders than this one in the window, and a likelihood in a range. */
function matches({ platforms: where, sameSku }: Match, from: number, below?: number): Condition {
  const more = (id: string, fact: string): Condition => ({ id, fact, operator: 'greaterThan', value: 1 });
  const score = (id: string, operator: string, value: number): Condition => ({
    id,
    fact: 'customer.matchScore',
    operator,
    value,
  });
  return {
    all: [
      more('others', where === 'different' ? 'customer.channelsLast24h' : 'customer.ordersLast24h'),
      ...(sameSku ? [more('same-sku', 'customer.sameSkuLast24h')] : []),
      score('likely', 'greaterThanInclusive', from),
      ...(below === undefined ? [] : [score('unsure', 'lessThan', below)]),
    ],
  };
}

function exitsOf(given: Match): Record<'yes' | 'maybe' | 'no' | 'unknown', When> {
  const { likely, sure, whenMissing } = given;
  const some = matches(given, likely);
  const yes: When = { is: 'yes', of: matches(given, sure) };
  const perhaps: When = { is: 'yes', of: matches(given, likely, sure) };
  const no: When = { is: whenMissing === 'no' ? 'not-yes' : 'no', of: some };
  return { yes, maybe: perhaps, no, unknown: { is: 'unknown', of: some } };
}

/** 「24 小时内不同渠道的订单是同一人下的」. */
function personWords({ platforms: where, sameSku }: Match, { language }: SentenceContext): Segment[] {
  const zh = language === 'zh';
  const label = platforms.find(({ value }) => value === where)!.label[language];
  const of = zh ? `24 小时内${label}` : `in 24 hours on ${label.toLowerCase()}`;
  const part = sameSku ? (zh ? '同商品' : ' of the same part') : '';
  return zh
    ? [valueWord(of + part), words('的订单'), operatorWord('是同一人')]
    : [
        words('orders'),
        valueWord(part),
        words(' '),
        valueWord(of),
        words(' '),
        operatorWord('are of the same person'),
      ];
}

const facts = (score: number, channels: number) => ({
  'customer.matchScore': score,
  'customer.channelsLast24h': channels,
});

export const sameCustomerBlock = defineBlock({
  kind: 'same-customer',
  version: 1,
  category: 'check',
  label: { zh: '同一客户', en: 'Same customer' },
  help: {
    zh: '看 24 小时内的另一单是不是同一个人下的。「是」和「可能」会开一个个案给客服，后面的积木可以处理它。',
    en: 'Whether another order of the last 24 hours is of the same person. "Yes" and "maybe" open a case for service, which blocks behind may act on.',
  },
  follows: ['order'],
  gives: 'case',
  needs: ['open-case'],
  ports: (given) => {
    const [yes, ...others] = yesNoPorts(given);
    return [yes!, maybe, ...others];
  },
  params,
  initial: { platforms: 'different', sameSku: false, whenMissing: 'person' },
  compile: (given) => {
    const { unknown, ...exits } = exitsOf(given);
    return {
      role: 'check',
      exits: given.whenMissing === 'no' ? exits : { ...exits, unknown },
      emits: {
        event: { type: 'open-case', params: { kind: 'same-customer', windowHours: given.windowHours } },
        when: { any: [exits.yes, exits.maybe] },
      },
    };
  },
  sentence: (given, context) => [
    words(context.language === 'zh' ? '若 ' : 'If '),
    ...personWords(given, context),
  ],
  exit: (given, port, context) => {
    const zh = context.language === 'zh';
    const prefix: Record<string, string> = zh
      ? { yes: '', maybe: '可能 ', no: '非 ', unknown: '不知道是否 ' }
      : { yes: '', maybe: 'perhaps ', no: 'not ', unknown: 'it is not known whether ' };
    return [joinWord(prefix[port] ?? ''), ...personWords(given, context)];
  },
  examples: [
    { name: { zh: '是', en: 'Surely' }, params: {}, facts: facts(90, 2), port: 'yes' },
    { name: { zh: '可能', en: 'Perhaps' }, params: {}, facts: facts(60, 2), port: 'maybe' },
    { name: { zh: '不像', en: 'Not alike' }, params: {}, facts: facts(59, 2), port: 'no' },
    {
      name: { zh: '只有一单', en: 'One order only' },
      params: {},
      facts: { 'customer.channelsLast24h': 1 },
      port: 'no',
    },
    {
      name: { zh: '不知道像不像', en: 'Likelihood not known' },
      params: {},
      facts: { 'customer.channelsLast24h': 2 },
      port: 'unknown',
    },
    {
      name: { zh: '缺数据算否', en: 'Missing counts as no' },
      params: { whenMissing: 'no' },
      facts: {},
      port: 'no',
    },
    {
      name: { zh: '要同商品', en: 'The same part is asked for' },
      params: { sameSku: true },
      facts: { ...facts(95, 2), 'customer.sameSkuLast24h': 1 },
      port: 'no',
    },
    { name: { zh: '别的时长', en: 'Another time' }, params: { windowHours: 48 }, problem: 'params' },
  ],
});

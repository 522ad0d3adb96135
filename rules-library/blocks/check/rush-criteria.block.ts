import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import type { SentenceContext } from '../../define/sentence.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema, type Condition } from '../../schema/condition.ts';
import { conditionSegments } from '../../sentences/condition.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const params = z.strictObject({
  conditions: conditionSchema
    .optional()
    .meta(ui({ label: { zh: '还要满足', en: 'And holds' }, field: 'conditions' })),
  withinHours: z
    .number()
    .min(0)
    .max(9998)
    .default(48)
    .meta(ui({ label: { zh: '多少小时内交付', en: 'Delivered within' }, field: 'hours' })),
  /** How many past rushes the estimate of the time goes by. */
  lastRushes: z
    .int()
    .min(1)
    .max(50)
    .default(3)
    .meta(
      ui({ label: { zh: '参考最近几次加急', en: 'Past rushes to go by' }, field: 'number', advanced: true }),
    ),
  whenMissing: whenMissingSchema,
});
type Criteria = z.output<typeof params>;

function met({ conditions, withinHours }: Criteria): Condition {
  const inTime: Condition = {
    id: 'in-time',
    fact: 'delivery.hours',
    operator: 'lessThanInclusive',
    value: withinHours,
  };
  return conditions === undefined ? inTime : { all: [conditions, inTime] };
}

const words = (given: Criteria, context: SentenceContext) => conditionSegments(met(given), context);
const gold = { conditions: { id: 'c1', fact: 'customer.tier', operator: 'atLeast', value: 'gold' } };

export const rushCriteriaBlock = defineBlock({
  kind: 'rush-criteria',
  version: 1,
  category: 'check',
  tone: 'rush',
  label: { zh: '加急判定', en: 'Rush criteria' },
  help: {
    zh: '条件都满足，而且估计能在规定的小时数内交付，才算可以加急。',
    en: 'A rush is possible when the conditions hold and it can be delivered within so many hours.',
  },
  follows: ['order'],
  ports: yesNoPorts,
  params,
  initial: { withinHours: 48, lastRushes: 3, whenMissing: 'person' },
  compile: (given) => ({ role: 'check', exits: yesNoExits(met(given), given.whenMissing) }),
  sentence: (given, context) => ifWords(words(given, context), context),
  exit: (given, port, context) => yesNoWords(words(given, context), port, context),
  examples: [
    {
      name: { zh: '来得及', en: 'In time' },
      params: gold,
      facts: { 'customer.tier': 'gold', 'delivery.hours': 48 },
      port: 'yes',
    },
    {
      name: { zh: '来不及', en: 'Not in time' },
      params: gold,
      facts: { 'delivery.hours': 48.5 },
      port: 'no',
    },
    {
      name: { zh: '等级不够', en: 'Tier too low' },
      params: gold,
      facts: { 'customer.tier': 'silver' },
      port: 'no',
    },
    {
      name: { zh: '不知道多久', en: 'Nobody knows how long' },
      params: gold,
      facts: { 'customer.tier': 'gold' },
      port: 'unknown',
    },
    {
      name: { zh: '只看时间', en: 'Only the time' },
      params: { withinHours: 24 },
      facts: { 'delivery.hours': 25 },
      port: 'no',
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { withinHours: -1 }, problem: 'params' },
  ],
});

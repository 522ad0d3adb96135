import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { conditionSchema } from '../../schema/condition.ts';
import { conditionSegments } from '../../sentences/condition.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const large = { all: [{ id: 'c1', fact: 'order.total', operator: 'greaterThan', value: 500_000 }] };

export const conditionGroupBlock = defineBlock({
  kind: 'condition-group',
  version: 1,
  category: 'check',
  label: { zh: '条件组', en: 'Conditions' },
  help: {
    zh: '把几个条件合在一起判断：全部满足、任一满足或不满足。',
    en: 'Judges several conditions together: all of them, any of them, or none.',
  },
  ports: yesNoPorts,
  params: z.strictObject({
    conditions: conditionSchema.meta(
      ui({ label: { zh: '满足以下', en: 'Holds when' }, field: 'conditions' }),
    ),
    whenMissing: whenMissingSchema,
  }),
  initial: {
    conditions: { all: [{ fact: 'order.total', operator: 'greaterThanInclusive', value: 0 }] },
    whenMissing: 'person',
  },
  compile: ({ conditions, whenMissing }) => ({ role: 'check', exits: yesNoExits(conditions, whenMissing) }),
  sentence: ({ conditions }, context) => ifWords(conditionSegments(conditions, context), context),
  exit: ({ conditions }, port, context) => yesNoWords(conditionSegments(conditions, context), port, context),
  examples: [
    {
      name: { zh: '金额高', en: 'A large amount' },
      params: { conditions: large },
      facts: { 'order.total': 500_001 },
      port: 'yes',
    },
    {
      name: { zh: '正好', en: 'Exactly' },
      params: { conditions: large },
      facts: { 'order.total': 500_000 },
      port: 'no',
    },
    {
      name: { zh: '金额不知道', en: 'Amount not known' },
      params: { conditions: large },
      facts: {},
      port: 'unknown',
    },
    {
      name: { zh: '缺数据算否', en: 'Missing counts as no' },
      params: { conditions: large, whenMissing: 'no' },
      facts: {},
      port: 'no',
    },
    {
      name: { zh: '空的条件组', en: 'An empty group' },
      params: { conditions: { all: [] } },
      problem: 'params',
    },
  ],
});

import { z } from 'zod';
import { operatorWord } from '../../sentences/segments.ts';
import { stockPlan } from './stock-plan.ts';

export const planTransferBlock = stockPlan({
  kind: 'plan-transfer',
  label: { zh: '调拨方案', en: 'Plan transfer' },
  help: {
    zh: '算出从哪些仓调多少最合适，并马上申请调拨。',
    en: 'Finds from which warehouses how much is best moved, and requests the transfers at once.',
  },
  follows: ['order', 'stock'],
  params: z.strictObject({}),
  initial: {},
  sentence: (_params, { language }) => [
    operatorWord(language === 'zh' ? '算调拨方案并申请' : 'Plan transfers and request them'),
  ],
  examples: [
    { name: { zh: '一个方案', en: 'A plan' }, params: {}, emits: { type: 'plan-transfer', params: {} } },
  ],
});

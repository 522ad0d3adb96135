import { z } from 'zod';
import { ui } from '../../define/ui.ts';
import { operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { stockPlan } from './stock-plan.ts';

const ways = [
  { value: 'optimum', label: { zh: '按最优方案', en: 'the best plan' } },
  { value: 'matched', label: { zh: '命中的明细单独一单', en: 'the lines that were met on their own' } },
] as const;

export const splitBlock = stockPlan({
  kind: 'split',
  label: { zh: '智能拆单', en: 'Split order' },
  help: {
    zh: '把订单拆成几单分别发货，算好方案并马上照办。',
    en: 'Splits the order into several that ship apart: plans it and does it at once.',
  },
  follows: ['order'],
  params: z.strictObject({
    by: z
      .enum(ways.map(({ value }) => value))
      .default('optimum')
      .meta(ui({ label: { zh: '怎么拆', en: 'By' }, field: 'choice', options: ways })),
  }),
  initial: { by: 'optimum' },
  sentence: ({ by }, { language }) => [
    operatorWord(language === 'zh' ? '拆单' : 'Split the order'),
    words(language === 'zh' ? '：' : ' by '),
    valueWord(ways.find(({ value }) => value === by)!.label[language]),
  ],
  examples: [
    { name: { zh: '最优', en: 'The best' }, params: {}, emits: { type: 'split', params: { by: 'optimum' } } },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { by: 'axe' }, problem: 'params' },
  ],
});

import { z } from 'zod';
import { ui } from '../../define/ui.ts';
import { operatorWord, words } from '../../sentences/segments.ts';
import { stockPlan } from './stock-plan.ts';

/** A group of orders served together, and how: whom it takes, in which order, by which strategy. */
const segmentSchema = z.strictObject({
  filter: z.string().trim().min(1).max(200),
  sort: z.string().trim().min(1).max(200),
  strategy: z.enum(['win', 'gain', 'redistribute', 'fill', 'lose']),
});
const segment = { filter: 'open', sort: 'placedAt', strategy: 'win' };

export const reallocateBlock = stockPlan({
  kind: 'reallocate',
  label: { zh: '重新分配', en: 'Re-allocate' },
  help: {
    zh: '把一批订单的库存重新分一遍，算好方案并马上照办。前面的分组先得。',
    en: 'Shares stock out anew among orders, the first groups first: plans it and does it at once.',
  },
  follows: ['order', 'stock'],
  params: z.strictObject({
    segments: z
      .array(segmentSchema)
      .min(1)
      .max(20)
      .meta(ui({ label: { zh: '分组，前面的先得', en: 'Groups, the first one first' }, field: 'segments' })),
    atMost: z
      .int()
      .min(1)
      .max(100_000)
      .default(1000)
      .meta(ui({ label: { zh: '最多动多少单', en: 'Orders at most' }, field: 'number' })),
  }),
  initial: { segments: [segment], atMost: 1000 },
  sentence: ({ segments, atMost }, { language }) =>
    language === 'zh'
      ? [operatorWord('重新分配库存'), words(`：${segments.length} 组，最多 ${atMost} 单`)]
      : [operatorWord('Re-allocate stock'), words(`: groups ${segments.length}, orders at most ${atMost}`)],
  examples: [
    {
      name: { zh: '一组', en: 'One group' },
      params: { segments: [segment], atMost: 10 },
      emits: { type: 'reallocate', params: { segments: [segment], atMost: 10 } },
    },
    { name: { zh: '没有分组', en: 'No group' }, params: { segments: [] }, problem: 'params' },
  ],
});

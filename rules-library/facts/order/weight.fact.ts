import { defineFact } from '../../define/fact.ts';

export const orderWeight = defineFact({
  id: 'order.weight',
  label: { zh: '重量', en: 'Weight' },
  help: {
    zh: '按商品资料计算；有一种商品没有重量就是不知道',
    en: 'By the catalogue; unknown if one part has no weight',
  },
  type: 'weight',
  scope: 'order',
  samples: [3800],
});

import { defineFact } from '../../define/fact.ts';

export const orderGoodsTotal = defineFact({
  id: 'order.goodsTotal',
  label: { zh: '货款', en: 'Goods total' },
  type: 'money',
  scope: 'order',
  samples: [118000],
});

import { defineFact } from '../../define/fact.ts';

export const customerSameSkuLast24h = defineFact({
  id: 'customer.sameSkuLast24h',
  label: { zh: '24 小时同商品单数', en: 'Orders of the same part in 24 hours' },
  help: {
    zh: '含本单：与本单至少有一种商品相同的订单数',
    en: 'This order included: orders that share a part with it',
  },
  type: 'integer',
  scope: 'order',
  samples: [1, 2],
});

import { defineFact } from '../../define/fact.ts';

export const orderTotal = defineFact({
  id: 'order.total',
  label: { zh: '订单金额', en: 'Order total' },
  help: { zh: '货款减优惠加运费', en: 'Goods less discount plus freight' },
  type: 'money',
  scope: 'order',
  samples: [118000, 4812000],
});

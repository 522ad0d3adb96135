import { defineFact } from '../../define/fact.ts';

export const orderDiscount = defineFact({
  id: 'order.discount',
  label: { zh: '优惠金额', en: 'Discount' },
  type: 'money',
  scope: 'order',
  samples: [0, 5900],
});

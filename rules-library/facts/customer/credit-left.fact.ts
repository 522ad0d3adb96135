import { defineFact } from '../../define/fact.ts';

export const customerCreditLeft = defineFact({
  id: 'customer.creditLeft',
  label: { zh: '剩余信用', en: 'Credit left' },
  type: 'money',
  scope: 'order',
  samples: [2800000],
});

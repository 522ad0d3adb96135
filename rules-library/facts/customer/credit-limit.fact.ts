import { defineFact } from '../../define/fact.ts';

export const customerCreditLimit = defineFact({
  id: 'customer.creditLimit',
  label: { zh: '信用额度', en: 'Credit limit' },
  type: 'money',
  scope: 'order',
  samples: [4000000],
});

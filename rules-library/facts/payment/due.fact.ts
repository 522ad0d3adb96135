import { defineFact } from '../../define/fact.ts';

export const paymentDue = defineFact({
  id: 'payment.due',
  label: { zh: '待付金额', en: 'Still to pay' },
  type: 'money',
  scope: 'order',
  samples: [0, 59000],
});

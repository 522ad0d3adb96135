import { defineFact } from '../../define/fact.ts';

export const paymentPaid = defineFact({
  id: 'payment.paid',
  label: { zh: '已付金额', en: 'Paid' },
  type: 'money',
  scope: 'order',
  samples: [118000],
});

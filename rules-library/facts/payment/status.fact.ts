import { paymentStates } from '../../choices/payment-states.ts';
import { defineFact } from '../../define/fact.ts';

export const paymentStatus = defineFact({
  id: 'payment.status',
  label: { zh: '付款状态', en: 'Payment' },
  type: 'choice',
  scope: 'order',
  choices: paymentStates,
  samples: ['paid', 'unpaid'],
});

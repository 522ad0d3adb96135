import { paymentMethods } from '../../choices/payment-methods.ts';
import { defineFact } from '../../define/fact.ts';

export const paymentMethod = defineFact({
  id: 'payment.method',
  label: { zh: '付款方式', en: 'Payment method' },
  type: 'choice',
  scope: 'order',
  choices: paymentMethods,
  samples: ['alipay'],
});

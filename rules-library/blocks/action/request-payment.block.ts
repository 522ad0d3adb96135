import { requestPayment } from '../../commands/request-payment.command.ts';
import { actionBlock } from './action-block.ts';

export const requestPaymentBlock = actionBlock(requestPayment, {
  tone: 'hold',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { amount: { fact: 'payment.due' } },
      emits: { type: 'request-payment', params: { amount: { fact: 'payment.due' } } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { amount: 0 }, problem: 'params' },
  ],
});

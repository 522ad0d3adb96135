import { orderTrigger } from './order-trigger.ts';

export const paymentChangedBlock = orderTrigger('payment.changed', {
  zh: '付款状态或金额变化时。',
  en: 'When payment status or amount changes.',
});

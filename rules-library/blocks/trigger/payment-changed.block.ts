import { eventTrigger } from './event-trigger.ts';

export const paymentChangedBlock = eventTrigger('payment.changed', {
  zh: '付款状态或金额变化时。',
  en: 'When payment status or amount changes.',
});

import { eventTrigger } from './event-trigger.ts';

export const orderDeliveredBlock = eventTrigger('order.delivered', {
  zh: '订单送达时。',
  en: 'When the order is delivered.',
});

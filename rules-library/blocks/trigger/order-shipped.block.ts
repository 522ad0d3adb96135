import { eventTrigger } from './event-trigger.ts';

export const orderShippedBlock = eventTrigger('order.shipped', {
  zh: '订单发货时。',
  en: 'When the order is shipped.',
});

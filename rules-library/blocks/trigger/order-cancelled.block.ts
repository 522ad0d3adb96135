import { eventTrigger } from './event-trigger.ts';

export const orderCancelledBlock = eventTrigger('order.cancelled', {
  zh: '订单取消时。',
  en: 'When the order is cancelled.',
});

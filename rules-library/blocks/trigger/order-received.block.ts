import { eventTrigger } from './event-trigger.ts';

export const orderReceivedBlock = eventTrigger('order.received', {
  zh: '渠道订单第一次进来时。',
  en: 'When an order of a channel first comes in.',
});

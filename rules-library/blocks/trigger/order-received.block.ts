import { orderTrigger } from './order-trigger.ts';

export const orderReceivedBlock = orderTrigger('order.received', {
  zh: '渠道订单第一次进来时。',
  en: 'When an order of a channel first comes in.',
});

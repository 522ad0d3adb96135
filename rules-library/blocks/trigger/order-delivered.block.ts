import { orderTrigger } from './order-trigger.ts';

export const orderDeliveredBlock = orderTrigger('order.delivered', {
  zh: '订单送达时。',
  en: 'When the order is delivered.',
});

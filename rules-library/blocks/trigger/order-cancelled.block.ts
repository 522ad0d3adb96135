import { orderTrigger } from './order-trigger.ts';

export const orderCancelledBlock = orderTrigger('order.cancelled', {
  zh: '订单取消时。',
  en: 'When the order is cancelled.',
});

import { orderTrigger } from './order-trigger.ts';

export const orderShippedBlock = orderTrigger('order.shipped', {
  zh: '订单发货时。',
  en: 'When the order is shipped.',
});

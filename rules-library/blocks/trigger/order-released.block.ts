import { orderTrigger } from './order-trigger.ts';

export const orderReleasedBlock = orderTrigger('order.released', {
  zh: '订单放给仓库时。',
  en: 'When the order is released to the warehouse.',
});

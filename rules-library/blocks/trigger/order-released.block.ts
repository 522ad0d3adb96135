import { eventTrigger } from './event-trigger.ts';

export const orderReleasedBlock = eventTrigger('order.released', {
  zh: '订单放给仓库时。',
  en: 'When the order is released to the warehouse.',
});

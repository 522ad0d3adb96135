import { eventTrigger } from './event-trigger.ts';

export const lockExpiredBlock = eventTrigger('lock.expired', {
  zh: '订单的锁库到期、货放回可用时。',
  en: 'When a lock of the order ends and its stock is available again.',
});

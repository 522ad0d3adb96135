import { eventTrigger } from './event-trigger.ts';

export const breakerChangedBlock = eventTrigger('breaker.changed', {
  zh: '加急通道熔断、试放行或恢复时。',
  en: 'When the rush lane is paused, tried again or opened.',
});

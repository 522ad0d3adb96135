import { eventTrigger } from './event-trigger.ts';

export const bypassFoundBlock = eventTrigger('bypass.found', {
  zh: '发现有人绕过系统动了货时。',
  en: 'When goods were moved outside of the system.',
});

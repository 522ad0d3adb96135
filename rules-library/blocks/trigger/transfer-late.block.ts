import { eventTrigger } from './event-trigger.ts';

export const transferLateBlock = eventTrigger('transfer.late', {
  zh: '调拨没有按时到时。',
  en: 'When a transfer has not arrived in time.',
});

import { eventTrigger } from './event-trigger.ts';

export const transferReceivedBlock = eventTrigger('transfer.received', {
  zh: '调拨的货到了时。',
  en: 'When a transfer has arrived.',
});

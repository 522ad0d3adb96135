import { eventTrigger } from './event-trigger.ts';

export const creditChangedBlock = eventTrigger('credit.changed', {
  zh: '客户的信用额度或占用变化时。',
  en: 'When limit or use of the customer credit changes.',
});

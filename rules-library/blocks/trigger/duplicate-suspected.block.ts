import { eventTrigger } from './event-trigger.ts';

export const duplicateSuspectedBlock = eventTrigger('duplicate.suspected', {
  zh: '事后发现两单可能是同一人时。',
  en: 'When two orders turn out to be perhaps of the same person.',
});

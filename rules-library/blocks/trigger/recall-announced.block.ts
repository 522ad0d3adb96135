import { eventTrigger } from './event-trigger.ts';

export const recallAnnouncedBlock = eventTrigger('recall.announced', {
  zh: '公告召回一种商品时。',
  en: 'When a recall of a part is announced.',
});

import { eventTrigger } from './event-trigger.ts';

export const stockDifferenceBlock = eventTrigger('stock.difference', {
  zh: '盘点或拣货发现实物和账面不符时。',
  en: 'When a count or a pick differs from the books.',
});

import { eventTrigger } from './event-trigger.ts';

export const transferPlanChangedBlock = eventTrigger('transfer.planChanged', {
  zh: '调拨方案有变时。',
  en: 'When the plan of a transfer changes.',
});

import { eventTrigger } from './event-trigger.ts';

export const laneChangedBlock = eventTrigger('lane.changed', {
  zh: '线路停运、恢复或变慢时。',
  en: 'When a lane is closed, opened or slower.',
});

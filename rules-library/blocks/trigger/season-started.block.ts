import { seasonTrigger } from './season-trigger.ts';

export const seasonStartedBlock = seasonTrigger('season.started', {
  zh: '一个特殊时期开始的那一刻。',
  en: 'The moment a season starts.',
});

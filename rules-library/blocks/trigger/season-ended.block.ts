import { seasonTrigger } from './season-trigger.ts';

export const seasonEndedBlock = seasonTrigger('season.ended', {
  zh: '一个特殊时期结束的那一刻。',
  en: 'The moment a season ends.',
});

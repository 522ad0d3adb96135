import type { Choice } from '../define/fact.ts';
import type { FestivalId } from '../festivals/festival-ids.ts';

/** Festivals by name. */
export const festivals: readonly (Choice & { value: FestivalId })[] = [
  { value: 'spring-festival', label: { zh: '春节', en: 'Spring Festival' } },
  { value: 'qingming', label: { zh: '清明', en: 'Qingming' } },
  { value: 'labour-day', label: { zh: '劳动节', en: 'Labour Day' } },
  { value: 'dragon-boat', label: { zh: '端午', en: 'Dragon Boat Festival' } },
  { value: 'mid-autumn', label: { zh: '中秋', en: 'Mid-Autumn Festival' } },
  { value: 'national-day', label: { zh: '国庆', en: 'National Day' } },
  { value: '618', label: { zh: '618', en: '618' } },
  { value: 'double-11', label: { zh: '双十一', en: 'Double-11' } },
  { value: 'double-12', label: { zh: '双十二', en: 'Double-12' } },
];

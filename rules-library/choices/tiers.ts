import type { Choice } from '../define/fact.ts';

/** Customer tiers, most important first. */
export const tiers: readonly Choice[] = [
  { value: 'gold', label: { zh: '金级', en: 'Gold' } },
  { value: 'silver', label: { zh: '银级', en: 'Silver' } },
  { value: 'bronze', label: { zh: '铜级', en: 'Bronze' } },
  { value: 'none', label: { zh: '无等级', en: 'No tier' } },
];

import type { Choice } from '../define/fact.ts';

/** Lock priority classes, most important first. */
export const layers: readonly Choice[] = [
  { value: 'rush', label: { zh: '加急层', en: 'Rush layer' } },
  { value: 'gold', label: { zh: '金层', en: 'Gold layer' } },
  { value: 'silver', label: { zh: '银层', en: 'Silver layer' } },
  { value: 'standard', label: { zh: '标准层', en: 'Standard layer' } },
  { value: 'unpaid', label: { zh: '未付层', en: 'Unpaid layer' } },
];

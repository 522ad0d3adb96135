import type { Choice } from '../define/fact.ts';

/** How urgent an alert is, most urgent first. */
export const alertLevels: readonly Choice[] = [
  { value: 'urgent', label: { zh: '紧急', en: 'Urgent' } },
  { value: 'warn', label: { zh: '注意', en: 'Attention' } },
  { value: 'info', label: { zh: '提示', en: 'Note' } },
];

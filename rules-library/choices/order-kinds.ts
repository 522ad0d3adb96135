import type { Choice } from '../define/fact.ts';

/** Kinds of order. */
export const orderKinds: readonly Choice[] = [
  { value: 'sale', label: { zh: '销售', en: 'Sale' } },
  { value: 'preorder', label: { zh: '预售', en: 'Pre-order' } },
  { value: 'sample', label: { zh: '样品', en: 'Sample' } },
  { value: 'replacement', label: { zh: '补发', en: 'Replacement' } },
];

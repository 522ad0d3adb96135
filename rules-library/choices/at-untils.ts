import type { Choice } from '../define/fact.ts';

/** What happens when the time is over that a hold was expected to last. */
export const atUntils: readonly Choice[] = [
  { value: 'ask', label: { zh: '问运营', en: 'ask operations' } },
  { value: 'lift', label: { zh: '自动解除', en: 'lift it' } },
];

import type { Choice } from '../define/fact.ts';

/** What a lock does when there is not enough, the first one unless said. */
export const shortIds = ['nothing', 'what-there-is', 'reallocate'] as const;

const labels: Readonly<Record<(typeof shortIds)[number], Choice['label']>> = {
  nothing: { zh: '一件都不锁', en: 'lock nothing' },
  'what-there-is': { zh: '有多少锁多少', en: 'lock what there is' },
  reallocate: { zh: '重新分配', en: 're-allocate' },
};

/** Those a form offers; re-allocation is taken from others and answered, but not offered before it takes place. */
export const shortChoices: readonly Choice[] = shortIds
  .filter((value) => value !== 'reallocate')
  .map((value) => ({ value, label: labels[value] }));

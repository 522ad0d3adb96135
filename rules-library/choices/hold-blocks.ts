import type { Choice } from '../define/fact.ts';

/** What a hold keeps from happening. */
export const holdBlocks: readonly Choice[] = [
  { value: 'confirm', label: { zh: '确认', en: 'confirming' } },
  { value: 'release', label: { zh: '放单', en: 'releasing' } },
  { value: 'ship', label: { zh: '发货', en: 'shipping' } },
];

import type { Choice } from '../define/fact.ts';

/** States of the rush lane of a warehouse and part: the worst of an order's counts. */
export const breakerStates: readonly Choice[] = [
  { value: 'closed', label: { zh: '畅通', en: 'open to rushes' } },
  { value: 'open', label: { zh: '已熔断', en: 'paused' } },
  { value: 'half-open', label: { zh: '试放行', en: 'on trial' } },
];

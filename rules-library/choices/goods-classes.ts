import type { Choice } from '../define/fact.ts';

/** How goods may travel. */
export const goodsClasses: readonly Choice[] = [
  { value: 'liquid', label: { zh: '液体', en: 'Liquid' } },
  { value: 'dangerous', label: { zh: '危险品', en: 'Dangerous' } },
  { value: 'aerosol', label: { zh: '喷雾罐', en: 'Aerosol' } },
  { value: 'battery', label: { zh: '电池', en: 'Battery' } },
  { value: 'oversized', label: { zh: '超大件', en: 'Oversized' } },
];

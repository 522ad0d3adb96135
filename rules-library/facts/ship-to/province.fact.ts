import { defineFact } from '../../define/fact.ts';

export const shipToProvince = defineFact({
  id: 'shipTo.province',
  label: { zh: '省', en: 'Ship-to province' },
  type: 'choice',
  scope: 'order',
  samples: ['江苏省'],
});

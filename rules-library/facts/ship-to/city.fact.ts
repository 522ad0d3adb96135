import { defineFact } from '../../define/fact.ts';

export const shipToCity = defineFact({
  id: 'shipTo.city',
  label: { zh: '市', en: 'Ship-to city' },
  type: 'choice',
  scope: 'order',
  samples: ['苏州'],
});

import { defineFact } from '../../define/fact.ts';

export const burstRegion = defineFact({
  id: 'burst.region',
  label: { zh: '突增区域', en: 'Region of the burst' },
  type: 'text',
  scope: 'sku',
  samples: ['华东'],
});

import { defineFact } from '../../define/fact.ts';

export const burstFactor = defineFact({
  id: 'burst.factor',
  label: { zh: '突增倍数', en: 'Factor of the burst' },
  type: 'factor',
  scope: 'sku',
  samples: [2.5],
});

import { defineFact } from '../../define/fact.ts';

export const burstSku = defineFact({
  id: 'burst.sku',
  label: { zh: '突增商品', en: 'Part in demand' },
  type: 'choice',
  scope: 'sku',
  catalog: 'skus',
  samples: ['BRK-2041'],
});

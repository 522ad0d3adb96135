import { defineFact } from '../../define/fact.ts';

export const balanceSku = defineFact({
  id: 'balance.sku',
  label: { zh: '商品', en: 'Part' },
  type: 'choice',
  scope: 'stock',
  catalog: 'skus',
  samples: ['BRK-2041'],
});

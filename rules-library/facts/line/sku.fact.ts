import { defineFact } from '../../define/fact.ts';

export const lineSku = defineFact({
  id: 'line.sku',
  label: { zh: '商品', en: 'Part' },
  type: 'choice',
  scope: 'line',
  catalog: 'skus',
  samples: ['BRK-2041'],
});

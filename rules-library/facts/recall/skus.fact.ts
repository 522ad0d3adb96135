import { defineFact } from '../../define/fact.ts';

export const recallSkus = defineFact({
  id: 'recall.skus',
  label: { zh: '召回商品', en: 'Recalled parts' },
  type: 'list',
  scope: 'sku',
  catalog: 'skus',
  samples: [['BRK-2041']],
});

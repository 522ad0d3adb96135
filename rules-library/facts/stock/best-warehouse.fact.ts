import { defineFact } from '../../define/fact.ts';

export const stockBestWarehouse = defineFact({
  id: 'stock.bestWarehouse',
  label: { zh: '最优仓', en: 'Best warehouse' },
  type: 'choice',
  scope: 'order',
  catalog: 'warehouses',
  samples: ['WH03'],
});

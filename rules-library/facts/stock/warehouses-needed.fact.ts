import { defineFact } from '../../define/fact.ts';

export const stockWarehousesNeeded = defineFact({
  id: 'stock.warehousesNeeded',
  label: { zh: '需几仓', en: 'Warehouses needed' },
  type: 'integer',
  scope: 'order',
  samples: [1, 2],
});

import { defineFact } from '../../define/fact.ts';

export const balanceWarehouse = defineFact({
  id: 'balance.warehouse',
  label: { zh: '仓', en: 'Warehouse' },
  type: 'choice',
  scope: 'stock',
  catalog: 'warehouses',
  samples: ['WH03'],
});

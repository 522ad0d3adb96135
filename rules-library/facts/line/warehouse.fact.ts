import { defineFact } from '../../define/fact.ts';

export const lineWarehouse = defineFact({
  id: 'line.warehouse',
  label: { zh: '发货仓', en: 'Ships from' },
  type: 'choice',
  scope: 'line',
  catalog: 'warehouses',
  samples: ['WH03'],
});

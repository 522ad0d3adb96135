import { defineFact } from '../../define/fact.ts';

export const shipmentWarehouse = defineFact({
  id: 'shipment.warehouse',
  label: { zh: '报告的发货仓', en: 'Reported warehouse' },
  type: 'choice',
  scope: 'case',
  catalog: 'warehouses',
  samples: ['WH03'],
});

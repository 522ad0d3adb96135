import { defineFact } from '../../define/fact.ts';

export const shipmentQuantity = defineFact({
  id: 'shipment.quantity',
  label: { zh: '报告的件数', en: 'Reported quantity' },
  type: 'integer',
  scope: 'case',
  samples: [3],
});

import { defineFact } from '../../define/fact.ts';

export const shipmentOverLocked = defineFact({
  id: 'shipment.overLocked',
  label: { zh: '超锁件数', en: 'Beyond what was locked' },
  type: 'integer',
  scope: 'case',
  samples: [0, 1],
});

import { defineFact } from '../../define/fact.ts';

export const deliveryCarrierCutoff = defineFact({
  id: 'delivery.carrierCutoff',
  label: { zh: '揽收截止', en: 'Pickup until' },
  type: 'time',
  scope: 'order',
  samples: [1765555200000],
});

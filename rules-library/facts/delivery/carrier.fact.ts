import { defineFact } from '../../define/fact.ts';

export const deliveryCarrier = defineFact({
  id: 'delivery.carrier',
  label: { zh: '承运商', en: 'Carrier' },
  type: 'choice',
  scope: 'order',
  samples: ['SF'],
});

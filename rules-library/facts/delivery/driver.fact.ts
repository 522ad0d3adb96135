import { defineFact } from '../../define/fact.ts';

export const deliveryDriver = defineFact({
  id: 'delivery.driver',
  label: { zh: '司机', en: 'Driver' },
  type: 'choice',
  scope: 'order',
  samples: ['D-07'],
});

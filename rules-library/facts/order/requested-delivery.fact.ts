import { defineFact } from '../../define/fact.ts';

export const orderRequestedDelivery = defineFact({
  id: 'order.requestedDelivery',
  label: { zh: '期望交付', en: 'Requested delivery' },
  type: 'time',
  scope: 'order',
  samples: [1765706400000],
});

import { defineFact } from '../../define/fact.ts';

export const orderPromisedDelivery = defineFact({
  id: 'order.promisedDelivery',
  label: { zh: '承诺交付', en: 'Promised delivery' },
  type: 'time',
  scope: 'order',
  samples: [1765706400000],
});

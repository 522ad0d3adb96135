import { defineFact } from '../../define/fact.ts';

export const orderFulfilmentCost = defineFact({
  id: 'order.fulfilmentCost',
  label: { zh: '履约成本', en: 'Fulfilment cost' },
  type: 'money',
  scope: 'order',
  advisory: true,
  samples: [1250],
});

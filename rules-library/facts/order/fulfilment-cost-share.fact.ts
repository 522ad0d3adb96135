import { defineFact } from '../../define/fact.ts';

export const orderFulfilmentCostShare = defineFact({
  id: 'order.fulfilmentCostShare',
  label: { zh: '履约成本占比', en: 'Share of fulfilment cost' },
  type: 'percent',
  scope: 'order',
  advisory: true,
  samples: [4.5],
});

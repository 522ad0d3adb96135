import { defineFact } from '../../define/fact.ts';

export const deliveryEarliest = defineFact({
  id: 'delivery.earliest',
  label: { zh: '最早可交付', en: 'Earliest delivery' },
  type: 'time',
  scope: 'order',
  advisory: true,
  samples: [1765555200000],
});

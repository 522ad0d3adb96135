import { defineFact } from '../../define/fact.ts';

export const customerOrderCount90d = defineFact({
  id: 'customer.orderCount90d',
  label: { zh: '90 天单数', en: 'Orders in 90 days' },
  type: 'integer',
  scope: 'order',
  advisory: true,
  whenNone: 0,
  samples: [0, 7],
});

import { defineFact } from '../../define/fact.ts';

export const customerOrdersLast24h = defineFact({
  id: 'customer.ordersLast24h',
  label: { zh: '24 小时单数', en: 'Orders in 24 hours' },
  help: { zh: '含本单；取消和归档的不算', en: 'This order included; cancelled and archived ones not' },
  type: 'integer',
  scope: 'order',
  samples: [1, 2],
});

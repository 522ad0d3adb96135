import { defineFact } from '../../define/fact.ts';

export const customerReturnRate90d = defineFact({
  id: 'customer.returnRate90d',
  label: { zh: '90 天退货率', en: 'Returns in 90 days' },
  type: 'percent',
  scope: 'order',
  advisory: true,
  samples: [0, 12.5],
});

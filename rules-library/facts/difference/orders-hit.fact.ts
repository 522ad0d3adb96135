import { defineFact } from '../../define/fact.ts';

export const differenceOrdersHit = defineFact({
  id: 'difference.ordersHit',
  label: { zh: '波及单数', en: 'Orders hit' },
  type: 'integer',
  scope: 'stock',
  samples: [0, 3],
});

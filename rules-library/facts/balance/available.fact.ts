import { defineFact } from '../../define/fact.ts';

export const balanceAvailable = defineFact({
  id: 'balance.available',
  label: { zh: '可用', en: 'Available' },
  type: 'integer',
  scope: 'stock',
  samples: [0, 80],
});

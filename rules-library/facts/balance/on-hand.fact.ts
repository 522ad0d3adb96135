import { defineFact } from '../../define/fact.ts';

export const balanceOnHand = defineFact({
  id: 'balance.onHand',
  label: { zh: '在库', en: 'On hand' },
  type: 'integer',
  scope: 'stock',
  samples: [0, 120],
});

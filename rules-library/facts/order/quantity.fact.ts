import { defineFact } from '../../define/fact.ts';

export const orderQuantity = defineFact({
  id: 'order.quantity',
  label: { zh: '件数', en: 'Pieces' },
  type: 'integer',
  scope: 'order',
  samples: [2, 40],
});

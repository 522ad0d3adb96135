import { defineFact } from '../../define/fact.ts';

export const lineQuantity = defineFact({
  id: 'line.quantity',
  label: { zh: '数量', en: 'Quantity' },
  type: 'integer',
  scope: 'line',
  samples: [2, 50],
});

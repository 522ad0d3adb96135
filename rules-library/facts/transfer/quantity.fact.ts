import { defineFact } from '../../define/fact.ts';

export const transferQuantity = defineFact({
  id: 'transfer.quantity',
  label: { zh: '调拨数量', en: 'Transfer quantity' },
  type: 'integer',
  scope: 'transfer',
  samples: [20],
});

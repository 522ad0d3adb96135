import { defineFact } from '../../define/fact.ts';

export const transferCost = defineFact({
  id: 'transfer.cost',
  label: { zh: '调拨费用', en: 'Transfer cost' },
  type: 'money',
  scope: 'transfer',
  samples: [6800],
});

import { holdCodes } from '../../choices/hold-codes.ts';
import { defineFact } from '../../define/fact.ts';

export const orderHolds = defineFact({
  id: 'order.holds',
  label: { zh: '当前卡点', en: 'Holds' },
  type: 'list',
  scope: 'order',
  choices: holdCodes,
  samples: [['credit-exceeded']],
});

import { defineFact } from '../../define/fact.ts';

export const changeAmountFrom = defineFact({
  id: 'change.amountFrom',
  label: { zh: '原金额', en: 'Earlier amount' },
  type: 'money',
  scope: 'change',
  samples: [118000],
});

import { defineFact } from '../../define/fact.ts';

export const changeAmountTo = defineFact({
  id: 'change.amountTo',
  label: { zh: '新金额', en: 'New amount' },
  type: 'money',
  scope: 'change',
  samples: [59000],
});

import { defineFact } from '../../define/fact.ts';

export const changeAmountBy = defineFact({
  id: 'change.amountBy',
  label: { zh: '差额', en: 'Difference' },
  type: 'money',
  scope: 'change',
  samples: [-59000],
});

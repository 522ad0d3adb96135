import { defineFact } from '../../define/fact.ts';

export const differenceValue = defineFact({
  id: 'difference.value',
  label: { zh: '相差金额', en: 'Value of difference' },
  type: 'money',
  scope: 'stock',
  samples: [118000],
});

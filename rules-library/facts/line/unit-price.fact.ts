import { defineFact } from '../../define/fact.ts';

export const lineUnitPrice = defineFact({
  id: 'line.unitPrice',
  label: { zh: '单价', en: 'Unit price' },
  type: 'money',
  scope: 'line',
  samples: [59000],
});

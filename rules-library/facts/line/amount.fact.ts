import { defineFact } from '../../define/fact.ts';

export const lineAmount = defineFact({
  id: 'line.amount',
  label: { zh: '明细金额', en: 'Line amount' },
  type: 'money',
  scope: 'line',
  samples: [118000],
});

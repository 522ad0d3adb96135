import { defineFact } from '../../define/fact.ts';

export const clockDaysToDouble12 = defineFact({
  id: 'clock.daysTo.double-12',
  label: { zh: '距双十二天数', en: 'Days to Double-12' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

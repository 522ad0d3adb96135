import { defineFact } from '../../define/fact.ts';

export const clockDaysToDouble11 = defineFact({
  id: 'clock.daysTo.double-11',
  label: { zh: '距双十一天数', en: 'Days to Double-11' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

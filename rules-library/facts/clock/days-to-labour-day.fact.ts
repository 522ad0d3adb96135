import { defineFact } from '../../define/fact.ts';

export const clockDaysToLabourDay = defineFact({
  id: 'clock.daysTo.labour-day',
  label: { zh: '距劳动节天数', en: 'Days to Labour Day' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

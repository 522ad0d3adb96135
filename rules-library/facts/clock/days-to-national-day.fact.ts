import { defineFact } from '../../define/fact.ts';

export const clockDaysToNationalDay = defineFact({
  id: 'clock.daysTo.national-day',
  label: { zh: '距国庆天数', en: 'Days to National Day' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

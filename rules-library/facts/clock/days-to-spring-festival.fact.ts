import { defineFact } from '../../define/fact.ts';

export const clockDaysToSpringFestival = defineFact({
  id: 'clock.daysTo.spring-festival',
  label: { zh: '距春节天数', en: 'Days to Spring Festival' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

import { defineFact } from '../../define/fact.ts';

export const clockDaysTo618 = defineFact({
  id: 'clock.daysTo.618',
  label: { zh: '距 618 天数', en: 'Days to 618' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

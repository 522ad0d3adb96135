import { defineFact } from '../../define/fact.ts';

export const clockDaysToMidAutumn = defineFact({
  id: 'clock.daysTo.mid-autumn',
  label: { zh: '距中秋天数', en: 'Days to Mid-Autumn Festival' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

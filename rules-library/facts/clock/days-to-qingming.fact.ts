import { defineFact } from '../../define/fact.ts';

export const clockDaysToQingming = defineFact({
  id: 'clock.daysTo.qingming',
  label: { zh: '距清明天数', en: 'Days to Qingming' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

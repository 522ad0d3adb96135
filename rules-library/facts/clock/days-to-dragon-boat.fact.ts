import { defineFact } from '../../define/fact.ts';

export const clockDaysToDragonBoat = defineFact({
  id: 'clock.daysTo.dragon-boat',
  label: { zh: '距端午天数', en: 'Days to Dragon Boat Festival' },
  type: 'days',
  scope: 'company',
  samples: [15, 0],
});

import { defineFact } from '../../define/fact.ts';

export const rushTodayCount = defineFact({
  id: 'rush.todayCount',
  label: { zh: '今日加急数', en: 'Rushes today' },
  type: 'integer',
  scope: 'order',
  advisory: true,
  whenNone: 0,
  samples: [0, 8],
});

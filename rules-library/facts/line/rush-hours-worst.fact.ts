import { defineFact } from '../../define/fact.ts';

export const lineRushHoursWorst = defineFact({
  id: 'line.rushHoursWorst',
  label: { zh: '最近 3 次加急最慢', en: 'Slowest of the last 3 rushes' },
  type: 'hours',
  scope: 'line',
  advisory: true,
  samples: [36],
});

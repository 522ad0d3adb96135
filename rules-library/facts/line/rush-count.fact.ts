import { defineFact } from '../../define/fact.ts';

export const lineRushCount = defineFact({
  id: 'line.rushCount',
  label: { zh: '加急次数', en: 'Past rushes' },
  type: 'integer',
  scope: 'line',
  advisory: true,
  whenNone: 0,
  samples: [0, 3],
});

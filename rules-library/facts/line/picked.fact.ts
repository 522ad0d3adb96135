import { defineFact } from '../../define/fact.ts';

export const linePicked = defineFact({
  id: 'line.picked',
  label: { zh: '已拣', en: 'Picked' },
  type: 'integer',
  scope: 'line',
  whenNone: 0,
  samples: [0, 2],
});

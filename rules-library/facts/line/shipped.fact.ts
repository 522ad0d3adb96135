import { defineFact } from '../../define/fact.ts';

export const lineShipped = defineFact({
  id: 'line.shipped',
  label: { zh: '已发', en: 'Shipped' },
  type: 'integer',
  scope: 'line',
  whenNone: 0,
  samples: [0, 2],
});

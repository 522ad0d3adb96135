import { defineFact } from '../../define/fact.ts';

export const orderFirstPromise = defineFact({
  id: 'order.firstPromise',
  label: { zh: '首次承诺', en: 'First promise' },
  type: 'time',
  scope: 'order',
  samples: [1765706400000],
});

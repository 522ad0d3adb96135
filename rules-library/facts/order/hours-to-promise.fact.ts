import { defineFact } from '../../define/fact.ts';

export const orderHoursToPromise = defineFact({
  id: 'order.hoursToPromise',
  label: { zh: '距承诺还剩', en: 'Hours to promise' },
  type: 'hours',
  scope: 'order',
  samples: [26.5, -3],
});

import { defineFact } from '../../define/fact.ts';

export const orderAge = defineFact({
  id: 'order.age',
  label: { zh: '已过时长', en: 'Age' },
  help: { zh: '从下单到现在', en: 'From placing until now' },
  type: 'duration',
  scope: 'order',
  samples: [3, 1440],
});

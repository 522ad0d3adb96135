import { defineFact } from '../../define/fact.ts';

export const orderFreight = defineFact({
  id: 'order.freight',
  label: { zh: '运费', en: 'Freight' },
  type: 'money',
  scope: 'order',
  samples: [0, 800],
});

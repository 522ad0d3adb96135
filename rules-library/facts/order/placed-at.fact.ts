import { defineFact } from '../../define/fact.ts';

export const orderPlacedAt = defineFact({
  id: 'order.placedAt',
  label: { zh: '下单时间', en: 'Placed at' },
  type: 'time',
  scope: 'order',
  samples: [1765468991000],
});

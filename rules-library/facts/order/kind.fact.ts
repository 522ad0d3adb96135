import { orderKinds } from '../../choices/order-kinds.ts';
import { defineFact } from '../../define/fact.ts';

export const orderKind = defineFact({
  id: 'order.kind',
  label: { zh: '订单类型', en: 'Order kind' },
  type: 'choice',
  scope: 'order',
  choices: orderKinds,
  samples: ['sale'],
});

import { orderStates } from '../../choices/order-states.ts';
import { defineFact } from '../../define/fact.ts';

export const orderState = defineFact({
  id: 'order.state',
  label: { zh: '订单状态', en: 'Order state' },
  type: 'choice',
  scope: 'order',
  choices: orderStates,
  samples: ['received'],
});

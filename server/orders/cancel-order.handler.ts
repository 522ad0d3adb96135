import { defineHandler, isRefusal, type Press, type Refusal, type State } from '../door/handler.ts';
import { needsOfWaits } from '../stages/order-waits.ts';
import { cancelled } from './cancelled.ts';
import { orderChanged } from './changed.ts';
import { hasReached, stateLabel, stateWait } from './lifecycle.ts';
import { openAlertsOf } from './open-alerts.ts';
import type { StoredOrder } from './order.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';

/** The order, as long as nothing of it has left the warehouse. */
function cancellable(press: Press<never>, state: State): { order: StoredOrder } | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found) || !hasReached(found.order, 'shipped')) return found;
  const { order } = found;
  const label = stateLabel(order.state);
  const text = {
    zh: `订单已经是「${label.zh}」，不能取消；退货请走售后`,
    en: `The order is "${label.en}" already and cannot be cancelled; take the goods back instead`,
  };
  return notNow(order, text, [{ code: order.state, text }], [{ name: 'receive-return' }]);
}

/** Cancels an order that has not been shipped. */
export const cancelOrderHandler = defineHandler<never>({
  name: 'cancel-order',
  raises: ['order.cancelled'],
  needs(press, state) {
    const order = state?.get<StoredOrder>('orders', press.target?.id ?? '');
    if (order !== undefined) return needsOfWaits(order);
    return [...needsOrder(press), ...(press.target === null ? [] : [openAlertsOf(press.target.id)])];
  },
  refusal(press, state) {
    const found = cancellable(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = cancellable(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const after = cancelled(order, state, press);
    return orderChanged({
      after: after.order,
      note: {
        type: 'order.cancelled',
        text: { zh: '订单已取消', en: 'Order cancelled' },
        wait: stateWait(order),
      },
      press,
      state,
      audit: { before: { state: order.state }, after: { state: 'cancelled' } },
      more: after.changes,
      signals: [{ name: 'alerts.waiting', data: {} }],
      raised: [{ type: 'order.cancelled' }],
    });
  },
});

import { moneyText } from '../../rules-library/sentences/format-number.ts';
import { defineHandler, isRefusal, type Press, type Refusal, type State } from '../door/handler.ts';
import { orderChanged } from './changed.ts';
import type { StoredOrder } from './order.ts';
import { dueOf } from './payment.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';
import { alsoTell } from './tell.ts';

/** An open order with something to pay; `due` is unknown where a price is missing. */
function owing(
  press: Pick<Press, 'target'>,
  state: State,
): { order: StoredOrder; due: number | undefined } | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found)) return found;
  const due = dueOf(found.order);
  if (due !== 0) return { order: found.order, due };
  const text = { zh: '这张订单已经收齐，不用再付', en: 'This order is paid in full; nothing is due' };
  return notNow(found.order, text, [{ code: 'paid', text }]);
}

/** Notes what the customer shall pay and reminds whoever collects it, with the button that records it. */
export const requestPaymentHandler = defineHandler<{ amount?: number }>({
  name: 'request-payment',
  needs: needsOrder,
  refusal(press, state) {
    const found = owing(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = owing(press, state);
    if (isRefusal(found)) return found;
    const { order, due } = found;
    const amount = press.input.amount ?? due;
    if (amount === undefined || (due !== undefined && amount > due)) {
      const text =
        due === undefined
          ? {
              zh: '订单金额还不知道，请写明要付多少',
              en: 'The order amount is not known; say how much is to be paid',
            }
          : { zh: `只差 ${moneyText(due)}`, en: `Only ${moneyText(due)} is due` };
      return notNow(order, text, [{ code: 'amount', text }]);
    }
    const done = orderChanged({
      after: order,
      note: {
        type: 'payment-requested',
        text: { zh: `请客户付款 ${moneyText(amount)}`, en: `Customer asked to pay ${moneyText(amount)}` },
        data: { amount },
      },
      press,
      state,
      audit: { after: { requested: amount } },
    });
    const alert = {
      kind: 'awaiting-payment',
      level: 'info' as const,
      to: [{ role: 'service' }, { role: 'finance' }],
      text: {
        zh: `请向客户收款：订单 ${order.externalId}，${moneyText(amount)}`,
        en: `Please collect ${moneyText(amount)} for order ${order.externalId}`,
      },
      buttons: [{ name: 'record-payment', input: { amount } }],
    };
    return alsoTell(done, alert, press, state);
  },
});

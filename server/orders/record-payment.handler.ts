import { paymentMethods } from '../../rules-library/choices/payment-methods.ts';
import { moneyText } from '../../rules-library/sentences/format-number.ts';
import { defineHandler, isRefusal, type Press, type Refusal, type State } from '../door/handler.ts';
import { orderChanged } from './changed.ts';
import { moveCredit } from './credit.ts';
import { holdWait } from './lifecycle.ts';
import { openAlertsOf, resolveAlerts } from './open-alerts.ts';
import type { StoredOrder } from './order.ts';
import { dueOf, paidOf } from './payment.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';

interface Input {
  /** Fen. */
  amount: number;
  method: string;
}

const hold = 'awaiting-payment';

/** An open order that is not paid yet. */
function payable(press: Pick<Press, 'target'>, state: State): { order: StoredOrder } | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found) || dueOf(found.order) !== 0) return found;
  const text = { zh: '这张订单已经收齐', en: 'This order is paid in full' };
  return notNow(found.order, text, [{ code: 'paid', text }]);
}

/** What the order says once this was received; on account and on delivery stay so until all is paid. */
function received({ payment, total }: StoredOrder, paid: number): string {
  if (total !== undefined && paid >= total) return 'paid';
  return payment.status === 'on_account' || payment.status === 'cod' ? payment.status : 'part_paid';
}

/** Records money received for an order; what it waited for ends when all is paid. */
export const recordPaymentHandler = defineHandler<Input>({
  name: 'record-payment',
  raises: ['payment.changed'],
  needs: (press) => [...needsOrder(press), ...(press.target === null ? [] : [openAlertsOf(press.target.id)])],
  refusal(press, state) {
    const found = payable(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = payable(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { amount, method } = press.input;
    const due = dueOf(order);
    if (due !== undefined && amount > due) {
      const text = {
        zh: `只差 ${moneyText(due)}，登记 ${moneyText(amount)} 多了 ${moneyText(amount - due)}`,
        en: `Only ${moneyText(due)} is due; ${moneyText(amount)} would be ${moneyText(amount - due)} too much`,
      };
      return notNow(order, text, [{ code: 'too-much', text }], [{ name: 'change-amount' }]);
    }
    const paid = (paidOf(order) ?? 0) + amount;
    const status = received(order, paid);
    const waited = status === 'paid' ? order.holds.find(({ code }) => code === hold) : undefined;
    const credit = moveCredit(
      {
        ...order,
        payment: { ...order.payment, status, method, paid, paidAt: state.now },
        asOf: { ...order.asOf, payment: Math.max(state.now, order.asOf.payment ?? 0) },
        holds: order.holds.filter((one) => one !== waited),
      },
      state,
    );
    const label = paymentMethods.find(({ value }) => value === method)!.label;
    const left = due === undefined ? undefined : due - amount;
    return orderChanged({
      after: credit.order,
      note: {
        type: 'payment.changed',
        text: {
          zh: `收到 ${moneyText(amount)}（${label.zh}）${left === undefined ? '' : left === 0 ? '，已收齐' : `，还差 ${moneyText(left)}`}`,
          en: `${moneyText(amount)} received (${label.en})${left === undefined ? '' : left === 0 ? ', paid in full' : `, ${moneyText(left)} still due`}`,
        },
        ...(waited === undefined ? {} : { wait: holdWait(waited) }),
      },
      press,
      state,
      audit: {
        before: { paid: paidOf(order) ?? null, status: order.payment.status ?? null },
        after: { paid, status, method },
      },
      more: [
        ...credit.changes,
        ...(waited === undefined ? [] : resolveAlerts(order._id, state, press as Press<never>, hold)),
      ],
      signals: waited === undefined ? [] : [{ name: 'alerts.waiting', data: {} }],
      raised: [{ type: 'payment.changed' }],
    });
  },
});

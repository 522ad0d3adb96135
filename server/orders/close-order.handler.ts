import { moneyText } from '../../rules-library/sentences/format-number.ts';
import { dueOf } from './payment.ts';
import { notNow } from './refusal.ts';
import { stepHandler } from './step-handler.ts';

/** Ends an order that is delivered and paid: nothing more is done with it, and it takes no credit any more. */
export const closeOrderHandler = stepHandler({
  name: 'close-order',
  from: 'delivered',
  to: 'closed',
  done: { zh: '订单已完结', en: 'Order closed' },
  refuses(order) {
    const due = dueOf(order);
    if (due === undefined || due === 0) return null;
    const text = { zh: `还有 ${moneyText(due)} 没收到`, en: `${moneyText(due)} is still to be paid` };
    return notNow(order, text, [{ code: 'awaiting-payment', text }], [{ name: 'record-payment' }]);
  },
});

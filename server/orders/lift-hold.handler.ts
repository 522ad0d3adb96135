import type { StoredAlert } from '../alerts/alert.ts';
import { closeAlerts } from '../alerts/close-alerts.ts';
import { defineHandler, isRefusal, type Need, type Press } from '../door/handler.ts';
import { orderChanged, unchanged } from './changed.ts';
import { holdLabel } from './hold-order.handler.ts';
import { needsOrder, openOrder } from './target-order.ts';

interface Input {
  code: string;
}

const mostAlerts = 50;

/** Alerts about an order that nobody has dealt with yet. */
export function openAlertsOf(order: string): Need {
  return { collection: 'alerts', where: { order, open: true }, limit: mostAlerts };
}

/** Lifts one hold; alerts that asked for it have been dealt with. */
export const liftHoldHandler = defineHandler<Input>({
  name: 'lift-hold',
  needs: (press) => [...needsOrder(press), ...(press.target === null ? [] : [openAlertsOf(press.target.id)])],
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { code } = press.input;
    const label = holdLabel(code);
    if (!order.holds.some((hold) => hold.code === code)) {
      const text = {
        zh: `订单没有「${label.zh}」这个卡点`,
        en: `The order does not wait for "${label.en}"`,
      };
      // For a rule there is simply nothing left to do.
      if (press.actor.kind !== 'person') return unchanged(order, text);
      return { refused: { code: 'refused', message: text, path: 'input.code' } };
    }
    const holds = order.holds.filter((hold) => hold.code !== code);
    const alerts = state.find<StoredAlert>(openAlertsOf(order._id)).filter(({ kind }) => kind === code);
    const closed = closeAlerts(alerts, press as Press<never>, state.now);
    return orderChanged({
      after: { ...order, holds },
      note: {
        type: 'hold-lifted',
        text: { zh: `解除挂起：${label.zh}`, en: `Hold lifted: ${label.en}` },
        data: { code },
      },
      press,
      state,
      audit: {
        before: { holds: order.holds.map((one) => one.code) },
        after: { holds: holds.map((one) => one.code) },
      },
      more: closed,
      signals: closed.length === 0 ? [] : [{ name: 'alerts.waiting', data: {} }],
    });
  },
});

import { defineHandler, isRefusal, type Press } from '../door/handler.ts';
import { orderChanged, unchanged } from './changed.ts';
import { holdLabel } from './hold-order.handler.ts';
import { holdWait } from './lifecycle.ts';
import { openAlertsOf, resolveAlerts } from './open-alerts.ts';
import { needsOrder, openOrder } from './target-order.ts';

interface Input {
  code: string;
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
    const lifted = order.holds.find((hold) => hold.code === code);
    if (lifted === undefined) {
      const text = {
        zh: `订单没有「${label.zh}」这个卡点`,
        en: `The order does not wait for "${label.en}"`,
      };
      // For a rule there is simply nothing left to do.
      if (press.actor.kind !== 'person') return unchanged(order, text);
      return { refused: { code: 'refused', message: text, path: 'input.code' } };
    }
    const holds = order.holds.filter((hold) => hold.code !== code);
    const resolved = resolveAlerts(order._id, state, press as Press<never>, code);
    return orderChanged({
      after: { ...order, holds },
      note: {
        type: 'hold-lifted',
        text: { zh: `解除挂起：${label.zh}`, en: `Hold lifted: ${label.en}` },
        data: { code },
        wait: holdWait(lifted),
      },
      press,
      state,
      audit: {
        before: { holds: order.holds.map((one) => one.code) },
        after: { holds: holds.map((one) => one.code) },
      },
      more: resolved,
      signals: resolved.length === 0 ? [] : [{ name: 'alerts.waiting', data: {} }],
    });
  },
});

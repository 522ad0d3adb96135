import { vocabulary } from '../../rules-library/index.ts';
import { raiseAlertHandler } from '../alerts/raise-alert.handler.ts';
import { isRefusal, type CommandHandler, type Need, type Outcome, type Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { TimerAction } from '../timers/fire-timer.handler.ts';
import { holdLabel, holdTimer } from './hold-order.handler.ts';
import { liftHoldHandler } from './lift-hold.handler.ts';
import { openAlertsOf } from './open-alerts.ts';
import { isOpen, type StoredOrder } from './order.ts';

/** The time a hold was expected to last is over: it is lifted where it was said so, else operations are asked. */
export const holdTimerAction: TimerAction = {
  kind: holdTimer,
  needs: ({ order }): Need[] =>
    order === null ? [] : [{ collection: 'orders', ids: [order] }, openAlertsOf(order)],
  fire(timer, press, draft) {
    const order = draft.get<StoredOrder>('orders', timer.order ?? '');
    const hold = order?.holds.find((one) => one.timer === timer._id);
    if (order === undefined || hold === undefined || !isOpen(order))
      return { text: { zh: '这个卡点已经没有了', en: 'This hold lies no more' } };
    const { code } = hold;
    if (hold.atUntil === 'lift') return pressed(liftHoldHandler, 'lift-hold', { code }, order, press, draft);
    const label = holdLabel(code);
    const input = {
      kind: code,
      level: 'warn',
      to: [{ role: 'operations' }],
      text: {
        zh: `订单 ${order.externalId} 预计解卡的时间到了，还在${label.zh}`,
        en: `Order ${order.externalId} was expected to move by now and still waits: ${label.en}`,
      },
      buttons: [{ name: 'lift-hold', input: { code } }],
    };
    return pressed(raiseAlertHandler, 'raise-alert', input, order, press, draft);
  },
};

/** Presses another button on the order, in the same transaction. */
function pressed(
  handler: CommandHandler,
  name: string,
  input: object,
  order: StoredOrder,
  press: Press,
  draft: Draft,
): Outcome {
  const target = { kind: 'order', id: order._id };
  const own: Press = { ...press, command: vocabulary.commands.get(name)!, target, input };
  const planned = handler.plan(own as Press<never>, draft);
  if (isRefusal(planned)) throw new Error(`${name} on an open order was refused`);
  draft.apply(planned.changes);
  return planned;
}

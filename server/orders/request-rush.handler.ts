import { timeText } from '../../rules-library/sentences/format-time.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { orderChanged } from './changed.ts';
import { hasReached, stateLabel } from './lifecycle.ts';
import type { StoredOrder } from './order.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';

/** An order that could still be faster than it is. */
function rushable(press: Pick<Press, 'target'>, state: State): { order: StoredOrder } | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found)) return found;
  const { order } = found;
  const label = stateLabel(order.state);
  const text = order.isRush
    ? { zh: '已经是加急单', en: 'It is a rush order already' }
    : hasReached(order, 'shipped')
      ? {
          zh: `订单已经是「${label.zh}」，加急也快不了`,
          en: `The order is "${label.en}"; rush would not help`,
        }
      : null;
  return text === null ? found : notNow(order, text, [{ code: order.state, text }]);
}

/** Asks for rush on behalf of the customer; the rules answer in the same press. */
export function requestRushHandler({ zone }: { zone: () => string }): CommandHandler {
  return defineHandler<{ neededBy?: string }>({
    name: 'request-rush',
    raises: ['rush.requested'],
    needs: needsOrder,
    refusal(press, state) {
      const found = rushable(press, state);
      return isRefusal(found) ? found : null;
    },
    plan(press, state) {
      const found = rushable(press, state);
      if (isRefusal(found)) return found;
      const { order } = found;
      const { neededBy } = press.input;
      const by = neededBy === undefined ? undefined : timeText(Date.parse(neededBy), zone());
      return orderChanged({
        after: {
          ...order,
          rushRequested: true,
          rushRequest: {
            by: press.actor.id,
            at: state.now,
            ...(neededBy === undefined ? {} : { neededBy: Date.parse(neededBy) }),
          },
        },
        note: {
          type: 'rush.requested',
          text: {
            zh: by === undefined ? '申请加急' : `申请加急，最晚 ${by} 要`,
            en: by === undefined ? 'Rush requested' : `Rush requested, needed by ${by}`,
          },
        },
        press,
        state,
        audit: { before: { rushRequested: order.rushRequested }, after: { rushRequested: true } },
        raised: [{ type: 'rush.requested' }],
      });
    },
  });
}

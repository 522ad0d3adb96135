import { defineHandler, isRefusal, type Press, type Refusal, type State } from '../door/handler.ts';
import { orderChanged, unchanged } from './changed.ts';
import type { StoredOrder } from './order.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';

const notRush = { zh: '不是加急单', en: 'It is no rush order' };

function marked(press: Pick<Press, 'target'>, state: State): { order: StoredOrder } | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found) || found.order.isRush) return found;
  return notNow(found.order, notRush, [{ code: 'rush', text: notRush }]);
}

/** Takes the rush mark away. */
export const unmarkRushHandler = defineHandler<Record<string, never>>({
  name: 'unmark-rush',
  needs: needsOrder,
  refusal(press, state) {
    const found = marked(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    // For a rule there is simply nothing left to do.
    if (!order.isRush)
      return press.actor.kind === 'rule' ? unchanged(order, notRush) : notNow(order, notRush, []);
    const { rushRequest: _, ...rest } = order;
    return orderChanged({
      after: { ...(rest as StoredOrder), isRush: false, rushRequested: false },
      note: { type: 'unmarked-rush', text: { zh: '取消加急', en: 'Rush mark taken away' } },
      press,
      state,
      audit: { before: { isRush: true }, after: { isRush: false } },
    });
  },
});

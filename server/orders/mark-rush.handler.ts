import { defineHandler, isRefusal } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { moveLocks } from '../stock/move-locks.ts';
import { needsOfLocks } from '../stock/order-locks.ts';
import { orderChanged, unchanged } from './changed.ts';
import type { StoredOrder } from './order.ts';
import { needsOrder, openOrder } from './target-order.ts';

/** Marks the original order as rush; what it has locked is in the rush layer from then on. */
export const markRushHandler = defineHandler<Record<string, never>>({
  name: 'mark-rush',
  needs(press, state) {
    const order = state?.get<StoredOrder>('orders', press.target?.id ?? '');
    return order === undefined ? needsOrder(press) : needsOfLocks(order, state);
  },
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    if (order.isRush) return unchanged(order, { zh: '已经是加急单', en: 'It is a rush order already' });
    // A layer given before must not keep it out of the rush layer.
    const { layer: _, ...rest } = order;
    const draft = new Draft(state);
    const moved = moveLocks(order, 'rush', press, draft);
    const changed = orderChanged({
      after: { ...(rest as StoredOrder), isRush: true },
      note: { type: 'marked-rush', text: { zh: `标记加急${moved.zh}`, en: `Marked as rush${moved.en}` } },
      press,
      state,
      audit: { before: { isRush: false }, after: { isRush: true } },
    });
    draft.apply(changed.changes);
    return { ...changed, changes: draft.changes };
  },
});

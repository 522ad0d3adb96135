import { defineHandler, isRefusal } from '../door/handler.ts';
import { orderChanged, unchanged } from './changed.ts';
import type { StoredOrder } from './order.ts';
import { needsOrder, openOrder } from './target-order.ts';

/** Marks the original order as rush. */
export const markRushHandler = defineHandler<Record<string, never>>({
  name: 'mark-rush',
  needs: needsOrder,
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    if (order.isRush) return unchanged(order, { zh: '已经是加急单', en: 'It is a rush order already' });
    // A layer given before must not keep it out of the rush layer.
    const { layer: _, ...rest } = order;
    return orderChanged({
      after: { ...(rest as StoredOrder), isRush: true },
      note: { type: 'marked-rush', text: { zh: '标记加急', en: 'Marked as rush' } },
      press,
      state,
      audit: { before: { isRush: false }, after: { isRush: true } },
    });
  },
});

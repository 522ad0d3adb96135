import { layerLabel, type Layer } from '../../rules-library/choices/layers.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { moveLocks } from '../stock/move-locks.ts';
import { locksOf, needsOfLocks } from '../stock/order-locks.ts';
import { orderChanged, unchanged } from './changed.ts';
import type { StoredOrder } from './order.ts';
import { needsOrder, openOrder } from './target-order.ts';

/** Gives an order a layer of its own, instead of the one its tier and payment give; what it has locked moves there too. */
export const setPriorityHandler = defineHandler<{ layer: Layer }>({
  name: 'set-priority',
  needs(press, state) {
    const order = state?.get<StoredOrder>('orders', press.target?.id ?? '');
    return order === undefined ? needsOrder(press) : needsOfLocks(order, state);
  },
  refusal(press, state) {
    const found = openOrder(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { layer } = press.input;
    const label = layerLabel(layer);
    const text = { zh: `锁库层级设为${label.zh}`, en: `Lock layer set to ${label.en.toLowerCase()}` };
    const isThere = order.layer === layer && locksOf(order, state).every((lock) => lock.layer === layer);
    if (isThere) return unchanged(order, text);
    const draft = new Draft(state);
    const moved = moveLocks(order, layer, press, draft);
    const changed = orderChanged({
      after: { ...order, layer },
      note: {
        type: 'priority-set',
        text: { zh: `${text.zh}${moved.zh}`, en: `${text.en}${moved.en}` },
        data: { layer },
      },
      press,
      state,
      audit: { before: { layer: order.layer ?? null }, after: { layer } },
    });
    draft.apply(changed.changes);
    return { ...changed, changes: draft.changes };
  },
});

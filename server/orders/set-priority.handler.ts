import { layers } from '../../rules-library/choices/layers.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { orderChanged, unchanged } from './changed.ts';
import { needsOrder, openOrder } from './target-order.ts';

/** Gives an order a layer of its own, instead of the one its tier and payment give. */
export const setPriorityHandler = defineHandler<{ layer: string }>({
  name: 'set-priority',
  needs: needsOrder,
  refusal(press, state) {
    const found = openOrder(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { layer } = press.input;
    const label = layers.find(({ value }) => value === layer)!.label;
    const text = { zh: `锁库层级设为${label.zh}`, en: `Lock layer set to ${label.en.toLowerCase()}` };
    if (order.layer === layer) return unchanged(order, text);
    return orderChanged({
      after: { ...order, layer },
      note: { type: 'priority-set', text, data: { layer } },
      press,
      state,
      audit: { before: { layer: order.layer ?? null }, after: { layer } },
    });
  },
});

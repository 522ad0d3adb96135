import { defineHandler, isRefusal } from '../door/handler.ts';
import { orderChanged, unchanged } from './changed.ts';
import { needsOrder, openOrder } from './target-order.ts';

const mostTags = 50;

/** Puts a tag on the order. */
export const setTagHandler = defineHandler<{ tag: string }>({
  name: 'set-tag',
  needs: needsOrder,
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { tag } = press.input;
    if (order.tags.includes(tag)) {
      return unchanged(order, { zh: `已有标签「${tag}」`, en: `It has the tag "${tag}" already` });
    }
    if (order.tags.length >= mostTags) {
      return {
        refused: {
          code: 'refused',
          message: {
            zh: `一张订单最多 ${mostTags} 个标签`,
            en: `An order takes at most ${mostTags} tags`,
          },
        },
      };
    }
    const tags = [...order.tags, tag];
    return orderChanged({
      after: { ...order, tags },
      note: { type: 'tagged', text: { zh: `打标签「${tag}」`, en: `Tagged "${tag}"` }, data: { tag } },
      press,
      state,
      audit: { before: { tags: order.tags }, after: { tags } },
    });
  },
});

import { defineHandler, isRefusal } from '../door/handler.ts';
import { maskDeep } from '../personal/mask.ts';
import { orderChanged, unchanged } from './changed.ts';
import { needsOrder, openOrder } from './target-order.ts';

interface Input {
  /** `custom.NAME`. */
  field: string;
  value: string | number | boolean;
}

const mostFields = 200;

/** Fills one custom field of the order. */
export const setFieldHandler = defineHandler<Input>({
  name: 'set-field',
  needs: needsOrder,
  plan(press, state) {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const name = press.input.field.slice('custom.'.length);
    const value = maskDeep(press.input.value);
    const before = Object.hasOwn(order.custom, name) ? order.custom[name] : null;
    const text = { zh: `「${name}」填为「${String(value)}」`, en: `"${name}" set to "${String(value)}"` };
    if (before === value) return unchanged(order, text);
    if (before === null && Object.keys(order.custom).length >= mostFields) {
      return {
        refused: {
          code: 'refused',
          message: {
            zh: `一张订单最多 ${mostFields} 个自定义项`,
            en: `An order takes at most ${mostFields} fields of its own`,
          },
        },
      };
    }
    return orderChanged({
      after: { ...order, custom: { ...order.custom, [name]: value } },
      note: { type: 'field-set', text, data: { field: press.input.field } },
      press,
      state,
      audit: { before: { [press.input.field]: before }, after: { [press.input.field]: value } },
    });
  },
});

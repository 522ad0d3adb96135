import { orderStates } from '../../rules-library/choices/order-states.ts';
import type { Need, Press, Refusal, State } from '../door/handler.ts';
import { isOpen, type StoredOrder } from './order.ts';

/** The order a command acts on. */
export function needsOrder({ target }: Pick<Press, 'target'>): Need[] {
  return target === null ? [] : [{ collection: 'orders', ids: [target.id] }];
}

/** The order, if there is one and it is still open; else why not, in words. */
export function openOrder({ target }: Pick<Press, 'target'>, state: State): { order: StoredOrder } | Refusal {
  const order = state.get<StoredOrder>('orders', target?.id ?? '');
  if (order === undefined) {
    return {
      refused: {
        code: 'not-found',
        path: 'target',
        message: { zh: '没有找到这张订单，请检查编号', en: 'There is no such order; check its id' },
      },
    };
  }
  if (isOpen(order)) return { order };
  const label = orderStates.find(({ value }) => value === order.state)?.label;
  return {
    refused: {
      code: 'refused',
      message: {
        zh: `订单 ${order.externalId} ${label?.zh ?? order.state}，不能再改`,
        en: `Order ${order.externalId} is ${label?.en.toLowerCase() ?? order.state} and cannot be changed any more`,
      },
    },
  };
}

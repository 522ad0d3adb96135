import { orderStates } from '../../rules-library/choices/order-states.ts';
import { isRefusal, type Need, type Press, type Refusal, type State } from '../door/handler.ts';
import { isOpen, type StoredOrder } from './order.ts';

/** The order a command acts on. */
export function needsOrder({ target }: Pick<Press, 'target'>): Need[] {
  return target === null ? [] : [{ collection: 'orders', ids: [target.id] }];
}

/** The order, if there is one, ended or not. */
export function knownOrder(
  { target }: Pick<Press, 'target'>,
  state: State,
): { order: StoredOrder } | Refusal {
  const order = state.get<StoredOrder>('orders', target?.id ?? '');
  if (order !== undefined) return { order };
  return {
    refused: {
      code: 'not-found',
      path: 'target',
      message: { zh: '没有找到这张订单，请检查编号', en: 'There is no such order; check its id' },
    },
  };
}

/** The order, if there is one and it is still open; else why not, in words. */
export function openOrder(press: Pick<Press, 'target'>, state: State): { order: StoredOrder } | Refusal {
  const found = knownOrder(press, state);
  if (isRefusal(found) || isOpen(found.order)) return found;
  const { order } = found;
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

import { vocabulary } from '../../rules-library/index.ts';
import { isRefusal, type Press, type Refusal, type State } from '../door/handler.ts';
import { hasReached, nextButton, stateLabel } from '../orders/lifecycle.ts';
import { notNow } from '../orders/refusal.ts';
import { openOrder } from '../orders/target-order.ts';
import type { OrderLocks } from './lock-targets.ts';
import { locksOf } from './order-locks.ts';

/** An order in one of these states of the warehouse's work, with its locks; else why not yet, or no more. */
export function orderOnTheWay(
  press: Pick<Press, 'target'>,
  state: State,
  from: string,
  until: string,
): OrderLocks | Refusal {
  const found = openOrder(press, state);
  if (isRefusal(found)) return found;
  const { order } = found;
  const now = stateLabel(order.state);
  if (hasReached(order, until)) {
    const text = { zh: `订单已经是「${now.zh}」`, en: `The order is "${now.en}" already` };
    return notNow(order, text, [{ code: order.state, text }]);
  }
  if (hasReached(order, from)) return { order, locks: locksOf(order, state) };
  const cure = vocabulary.commands.get(nextButton(order) ?? '');
  const wanted = stateLabel(from);
  const text = {
    zh: `订单还是「${now.zh}」，要先到「${wanted.zh}」`,
    en: `The order is still "${now.en}" and has to be "${wanted.en}" first`,
  };
  return notNow(order, text, [{ code: order.state, text }], cure === undefined ? [] : [{ name: cure.name }]);
}

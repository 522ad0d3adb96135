import type { Text } from '../../rules-library/schema/text.ts';
import { vocabulary } from '../../rules-library/index.ts';
import {
  defineHandler,
  isRefusal,
  type CommandHandler,
  type Press,
  type Refusal,
  type State,
} from '../door/handler.ts';
import { refusedByHolds } from './blocking-holds.ts';
import { orderChanged, unchanged } from './changed.ts';
import { endWaits, needsOfWaits } from '../stages/order-waits.ts';
import { hasReached, inState, nextButton, stateLabel, stateWait } from './lifecycle.ts';
import { isOpen, type StoredOrder } from './order.ts';
import { notNow } from './refusal.ts';
import { needsOrder, openOrder } from './target-order.ts';

interface Step {
  name: string;
  from: string;
  to: string;
  /** What it did, in words. */
  done: Text;
  /** What a hold has to block to stand in its way. */
  heldBy?: string;
  /** The business event a press raises. */
  raises?: string;
  /** What else stands in the way. */
  refuses?: (order: StoredOrder) => Refusal | null;
}

/** A button that takes an order one state along its way: from exactly one state to the next. */
export function stepHandler({ name, from, to, done, heldBy, raises, refuses }: Step): CommandHandler {
  const label = vocabulary.commands.get(name)!.label;

  function refusal(press: Press<never>, state: State): Refusal | null {
    const found = openOrder(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    if (order.state !== from) return wrongState(order);
    const held = heldBy === undefined ? null : refusedByHolds(order, heldBy, state.now);
    return held ?? refuses?.(order) ?? null;
  }

  function wrongState(order: StoredOrder): Refusal {
    const now = stateLabel(order.state);
    if (hasReached(order, to)) {
      const text = { zh: `订单已经是「${now.zh}」`, en: `The order is "${now.en}" already` };
      return notNow(order, text, [{ code: order.state, text }]);
    }
    const next = nextButton(order);
    const cure = vocabulary.commands.get(next ?? '');
    const wanted = stateLabel(from);
    const text = {
      zh: `订单还是「${now.zh}」，到「${wanted.zh}」才能按「${label.zh}」`,
      en: `The order is still "${now.en}"; "${label.en}" comes after "${wanted.en}"`,
    };
    return notNow(
      order,
      text,
      [{ code: order.state, text }],
      cure === undefined ? [] : [{ name: cure.name }],
    );
  }

  return defineHandler<Record<string, never>>({
    name,
    ...(raises === undefined ? {} : { raises: [raises] }),
    needs(press, state) {
      const order = state?.get<StoredOrder>('orders', press.target?.id ?? '');
      return order === undefined ? needsOrder(press) : needsOfWaits(order);
    },
    refusal,
    plan(press, state) {
      const found = openOrder(press, state);
      // For a rule there is simply nothing left to do.
      if (!isRefusal(found) && press.actor.kind === 'rule' && hasReached(found.order, to))
        return unchanged(found.order, done);
      const refused = refusal(press as Press<never>, state);
      if (refused !== null || isRefusal(found)) return refused ?? (found as Refusal);
      const { order } = found;
      const moved = inState(order, to, state.now);
      const ended = isOpen(moved) ? { order: moved, changes: [] } : endWaits(moved, state);
      return orderChanged({
        after: ended.order,
        more: ended.changes,
        note: { type: raises ?? `order.${to}`, text: done, wait: stateWait(order) },
        press,
        state,
        audit: { before: { state: order.state }, after: { state: to } },
        ...(raises === undefined ? {} : { raised: [{ type: raises }] }),
      });
    },
  });
}

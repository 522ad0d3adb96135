import type { z } from 'zod';
import type { LockInput } from '../../rules-library/commands/lock-stock.command.ts';
import type { Layer } from '../../rules-library/choices/layers.ts';
import { defineHandler, isRefusal, type Press, type State } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderChanged, unchanged } from '../orders/changed.ts';
import { hasReached, stateLabel } from '../orders/lifecycle.ts';
import { lockLayer } from '../orders/order-documents.ts';
import type { StoredOrder } from '../orders/order.ts';
import { badInput, notNow, type Reason } from '../orders/refusal.ts';
import { needsOrder, openOrder } from '../orders/target-order.ts';
import { allocate, type Allocated, type Owner } from './lock/allocate.ts';
import { undoMs, unpaidMs } from './lock/lock-times.ts';
import { lockedText } from './lock/lock-words.ts';
import { needsToLock } from './lock/needs-to-lock.ts';
import { shortageRefusal } from './lock/shortage.ts';
import { wantedLines } from './lock/wanted-lines.ts';
import { locksOf, withLocks } from './order-locks.ts';
import { StockBook } from './stock-book.ts';

type Input = z.output<typeof LockInput>;

/** Locks stock for lines of an order: all that is asked for, or what there is of it where that was said. */
export const lockStockHandler = defineHandler<Input>({
  name: 'lock-stock',
  needs(press, state) {
    const order = state?.get<StoredOrder>('orders', press.target?.id ?? '');
    return state === undefined || order === undefined
      ? needsOrder(press)
      : needsToLock(order, press.input, state);
  },
  refusal(press, state) {
    const found = lockable(press, state);
    return isRefusal(found) ? found : null;
  },
  plan(press, state) {
    const found = lockable(press, state);
    if (isRefusal(found)) return found;
    const { order } = found;
    const { lines, until, ifShort = 'nothing' } = press.input;
    const locks = locksOf(order, state);
    const wanted = wantedLines(order, lines, locks);
    if (isRefusal(wanted)) return wanted;
    if (wanted.length === 0)
      return unchanged(order, { zh: '都已经锁好了', en: 'Everything is locked already' });
    const expiresAt = until === undefined ? null : Date.parse(until);
    if (expiresAt !== null && expiresAt <= state.now)
      return badInput('until', { zh: '锁到的时间已经过了', en: 'That time is over already' });

    const draft = new Draft(state);
    const book = new StockBook(draft, press);
    const owner = ownerOf(order, press.input.layer ?? lockLayer(order, state), expiresAt, state.now);
    const places = new Set(locks.map(({ warehouse }) => warehouse));
    const allocated = wanted.map((line): Allocated => {
      const one = allocate(book, draft, line, owner, places);
      for (const { warehouse } of one.locks) places.add(warehouse);
      return one;
    });
    const made = allocated.flatMap((one) => one.locks);
    const short = allocated.reduce((sum, one) => sum + one.short, 0);
    if (short > 0 && (ifShort !== 'what-there-is' || made.length === 0)) {
      const before = new StockBook(new Draft(state), press);
      const also = ifShort === 'reallocate' ? [notReallocated] : [];
      return shortageRefusal(allocated, { order, layer: owner.layer, book: before, state, also });
    }
    const changed = orderChanged({
      after: withLocks(order, made),
      note: {
        type: 'stock-locked',
        text: lockedText(made, owner.layer, short, state),
        data: { locks: made.map(({ _id }) => _id) },
      },
      press,
      state,
      audit: {
        after: {
          order: order._id,
          layer: owner.layer,
          locks: made.map(({ _id, sku, warehouse, quantity }) => ({ id: _id, sku, warehouse, quantity })),
        },
      },
      result: {
        layer: owner.layer,
        short,
        locks: made.map(({ _id: id, line, sku, warehouse, quantity }) => ({
          id,
          line,
          sku,
          warehouse,
          quantity,
        })),
      },
    });
    draft.apply(changed.changes);
    return {
      ...changed,
      changes: draft.changes,
      port: short === 0 ? 'done' : 'partly',
      undo: { name: 'undo-lock', until: new Date(state.now + undoMs).toISOString() },
    };
  },
});

const notReallocated: Reason = {
  code: 'reallocation',
  text: {
    zh: '没有重新分配别的订单的锁，要先运行重新分配',
    en: 'No lock of another order was re-allocated; a re-allocation has to be run first',
  },
};

/** An open order of which not everything has left. */
function lockable(press: Pick<Press, 'target'>, state: State) {
  const found = openOrder(press, state);
  if (isRefusal(found) || !hasReached(found.order, 'shipped')) return found;
  const label = stateLabel(found.order.state);
  const text = {
    zh: `订单已经是「${label.zh}」，不用再锁库`,
    en: `The order is "${label.en}" already; nothing is left to lock`,
  };
  return notNow(found.order, text, [{ code: found.order.state, text }]);
}

function ownerOf(order: StoredOrder, layer: Layer, until: number | null, now: number): Owner {
  const unpaid = order.payment.status === 'unpaid';
  return {
    order: order._id,
    layer,
    channel: order.channel,
    unpaid,
    expiresAt: until ?? (unpaid ? now + unpaidMs : null),
  };
}

import { defineHandler, isRefusal } from '../door/handler.ts';
import { Draft } from '../door/working-copy.ts';
import { orderChanged } from '../orders/changed.ts';
import { lockAudit } from './lock/lock-audit.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { needsOfTarget, targetLocks } from './lock-targets.ts';
import { withLocks } from './order-locks.ts';
import { StockBook } from './stock-book.ts';

/** Gives back what a reservation, or all of an order, holds. */
export const releaseLockHandler = defineHandler<Record<string, never>>({
  name: 'release-lock',
  needs: needsOfTarget,
  plan(press, state) {
    const found = targetLocks(press, state);
    if (isRefusal(found)) return found;
    const { order, locks } = found;
    const draft = new Draft(state);
    const book = new StockBook(draft, press);
    const given = locks.map((lock) => book.giveBack(lock, 'released'));
    const text = unitsOfLocks(locks, { zh: '释放', en: 'Released' }, state);
    const changed = orderChanged({
      after: withLocks(order, given),
      note: { type: 'stock-released', text, data: { locks: locks.map(({ _id }) => _id) } },
      press,
      state,
      audit: { before: lockAudit(order._id, locks), after: { locks: [] } },
    });
    draft.apply(changed.changes);
    return { ...changed, changes: draft.changes };
  },
});

import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton, lockRefusal } from './lock-button.ts';
import { isOver } from './reservation.ts';

/** What is held is held for good: paid for, approved or promised. Locks whose time is over are not among it. */
export const confirmLockHandler = lockButton<Record<string, never>>({
  name: 'confirm-lock',
  note: 'stock-confirmed',
  act(book, { locks }, _press, state) {
    const held = locks.filter((lock) => lock.state === 'held');
    if (held.length === 0)
      return lockRefusal('confirmed', { zh: '锁库已经确认过', en: 'The lock is confirmed already' });
    const valid = held.filter((lock) => !isOver(lock, state.now));
    if (valid.length === 0) return lockRefusal('expired', { zh: '锁库已经到期', en: 'The lock has expired' });
    return {
      before: valid,
      after: valid.map((lock) => book.confirm(lock)),
      text: unitsOfLocks(valid, { zh: '确认锁库', en: 'Confirmed the lock of' }, state),
      port: valid.length === held.length ? 'done' : 'partly',
    };
  },
});

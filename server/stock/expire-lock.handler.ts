import { isRefusal } from '../door/handler.ts';
import { isFenced, needsLease } from '../leases/lease.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton, lockRefusal } from './lock-button.ts';
import { needsOfTarget, targetLocks } from './lock-targets.ts';
import { isOver } from './reservation.ts';

/** Under which the sweeper of locks works. */
export const expiryLease = 'expire-locks';

/** Gives back what an order has held for too long, by the store's clock; decided as `lock.expired`. */
export const expireLockHandler = lockButton<{ fence: number }>({
  name: 'expire-lock',
  note: 'lock.expired',
  raises: ['lock.expired'],
  needs: (press, state) => [...needsOfTarget(press, state), needsLease(expiryLease)],
  find(press, state) {
    if (!isFenced(state, expiryLease, press.input.fence)) {
      return lockRefusal('lease-over', {
        zh: '到期的锁已由别的进程处理',
        en: 'Another process looks after expired locks now',
      });
    }
    const found = targetLocks(press, state);
    if (isRefusal(found)) return found;
    const locks = found.locks.filter((lock) => isOver(lock, state.now));
    if (locks.length > 0) return { ...found, locks };
    return lockRefusal('not-over', { zh: '没有到期的锁', en: 'No lock has expired' });
  },
  act: (book, { locks }, _press, state) => ({
    before: locks,
    after: locks.map((lock) => book.giveBack(lock, 'expired')),
    text: unitsOfLocks(locks, { zh: '锁库到期，释放', en: 'The lock expired, released' }, state),
    raised: [{ type: 'lock.expired' }],
  }),
});

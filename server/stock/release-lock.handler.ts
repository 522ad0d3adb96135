import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton } from './lock-button.ts';

/** Gives back what a reservation, or all of an order, holds. */
export const releaseLockHandler = lockButton<Record<string, never>>({
  name: 'release-lock',
  note: 'stock-released',
  act: (book, { locks }, _press, state) => ({
    before: locks,
    after: locks.map((lock) => book.giveBack(lock, 'released')),
    text: unitsOfLocks(locks, { zh: '释放', en: 'Released' }, state),
  }),
});

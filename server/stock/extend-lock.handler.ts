import { isoTime } from '../orders/order-view.ts';
import { badInput } from '../orders/refusal.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton, lockRefusal } from './lock-button.ts';
import { isOver, type Reservation } from './reservation.ts';

/** Lets locks that end by themselves do so later. */
export const extendLockHandler = lockButton<{ until: string }>({
  name: 'extend-lock',
  note: 'lock-extended',
  act(book, { locks }, press, state) {
    const until = Date.parse(press.input.until);
    if (until <= state.now)
      return badInput('until', { zh: '延长到的时间已经过了', en: 'That time is over already' });
    const ending = locks.filter(({ expiring }) => expiring);
    if (ending.length === 0)
      return lockRefusal('no-end', { zh: '这个锁没有到期时间', en: 'This lock does not end by itself' });
    const valid = ending.filter((lock) => !isOver(lock, state.now) && isBefore(lock, until));
    if (valid.length === 0) {
      return lockRefusal('not-later', {
        zh: '锁库已经到期，或本来就锁得更久',
        en: 'The lock has expired, or ends later than that anyway',
      });
    }
    const units = unitsOfLocks(valid, { zh: '锁的', en: 'Extended' }, state);
    return {
      before: valid,
      after: valid.map((lock) => book.endAt(lock, until)),
      text: { zh: `${units.zh}延长到期`, en: units.en },
      port: valid.length === ending.length ? 'done' : 'partly',
      result: { until: isoTime(until) },
    };
  },
});

function isBefore({ expiresAt }: Reservation, until: number): boolean {
  return expiresAt !== null && expiresAt.getTime() < until;
}

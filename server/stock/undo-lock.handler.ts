import type { AuditEntry } from '../audit/audit-entry.ts';
import type { Need, Press, Refusal, State } from '../door/handler.ts';
import type { StoredOrder } from '../orders/order.ts';
import { undoMs } from './lock/lock-times.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton, lockRefusal } from './lock-button.ts';
import type { OrderLocks } from './lock-targets.ts';
import { locksOf, needsOfLocks } from './order-locks.ts';

/** Takes a press of the lock button back: every lock it made and that is not picked yet, within a minute, once. */
export const undoLockHandler = lockButton<Record<string, never>>({
  name: 'undo-lock',
  note: 'lock-undone',
  needs(press, state) {
    const id = press.target?.id ?? '';
    const order = state === undefined ? undefined : orderOf(state.get<AuditEntry>('audit', id));
    const known = state?.get<StoredOrder>('orders', order ?? '');
    const needs: Need[] = [{ collection: 'audit', ids: [id] }];
    if (order !== undefined) needs.push({ collection: 'orders', ids: [order] });
    return known === undefined ? needs : [...needs, ...needsOfLocks(known, state)];
  },
  find: locksOfPress,
  act: (book, { locks }, _press, state) => ({
    before: locks,
    after: locks.map((lock) => book.giveBack(lock, 'released')),
    text: unitsOfLocks(locks, { zh: '撤销锁库', en: 'Took back the lock of' }, state),
  }),
});

function locksOfPress({ target }: Pick<Press, 'target'>, state: State): OrderLocks | Refusal {
  const entry = state.get<AuditEntry>('audit', target?.id ?? '');
  const order = state.get<StoredOrder>('orders', orderOf(entry) ?? '');
  if (entry?.command !== 'lock-stock' || entry.refused !== null || order === undefined) {
    const message = { zh: '没有找到这次锁库', en: 'There is no such press of the lock button' };
    return { refused: { code: 'not-found', path: 'target', message } };
  }
  if (state.now - entry.at > undoMs) {
    return lockRefusal('too-late', {
      zh: '锁库超过一分钟，不能撤销了；可以释放',
      en: 'It is more than a minute ago; release the lock instead',
    });
  }
  const locks = locksOf(order, state).filter(
    ({ press, state: now }) => press === entry._id && now !== 'picked',
  );
  if (locks.length > 0) return { order, locks };
  return lockRefusal('nothing-left', {
    zh: '这次锁的已经撤销、释放或拣走了',
    en: 'What was locked has been taken back, released or picked already',
  });
}

function orderOf(entry: AuditEntry | undefined): string | undefined {
  const order = entry?.after?.order;
  return typeof order === 'string' ? order : undefined;
}

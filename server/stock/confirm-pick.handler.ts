import type { LineQuantities } from '../../rules-library/commands/line-quantities.ts';
import { isRefusal } from '../door/handler.ts';
import { inState, stateWait } from '../orders/lifecycle.ts';
import { notNow } from '../orders/refusal.ts';
import { chooseLocks } from './choose-locks.ts';
import { unitsOfLocks } from './lock/lock-words.ts';
import { lockButton, lockRefusal } from './lock-button.ts';
import { orderOnTheWay } from './order-on-the-way.ts';
import { isOver } from './reservation.ts';

/** What is locked has been taken off the shelf; from the first pick on the order is being picked. */
export const confirmPickHandler = lockButton<{ lines?: LineQuantities }>({
  name: 'confirm-pick',
  note: 'stock-picked',
  find: (press, state) => orderOnTheWay(press, state, 'released', 'shipped'),
  act(book, { order, locks }, press, state) {
    const pickable = locks.filter((lock) => lock.state !== 'picked');
    if (pickable.length === 0) {
      const text =
        locks.length > 0
          ? { zh: '锁住的都已经拣完', en: 'All that is locked is picked already' }
          : { zh: '还没有锁库，没有可拣的', en: 'No stock is locked; there is nothing to pick' };
      const cures = locks.length > 0 ? [{ name: 'ship' }] : [{ name: 'lock-stock' }];
      return notNow(order, text, [{ code: 'nothing-to-pick', text }], cures);
    }
    const picked = chooseLocks(order, pickable, press.input.lines, book);
    if (isRefusal(picked)) return picked;
    const { chosen, rest } = picked;
    if (chosen.some((lock) => isOver(lock, state.now))) {
      return lockRefusal('expired', {
        zh: '有锁库已经到期，请重新锁库',
        en: 'A lock has expired; lock the stock again',
      });
    }
    const isFirst = order.state === 'released';
    return {
      before: chosen,
      after: [...chosen.map((lock) => book.pick(lock)), ...rest],
      text: unitsOfLocks(chosen, { zh: '拣货', en: 'Picked' }, state),
      ...(isFirst ? { order: inState(order, 'picking', state.now), wait: stateWait(order) } : {}),
    };
  },
});

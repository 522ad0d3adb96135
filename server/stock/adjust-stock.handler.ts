import { free, receive, remove } from './balance/move-units.ts';
import { spaced } from './lock/lock-words.ts';
import { stockHandler, stockRefusal } from './stock-handler.ts';

interface Input {
  delta: number;
  /** The most a rule may move by one press; it moves nothing without it. */
  atMostUnits?: number;
}

/** Corrects what is on hand. Locked units are never taken away by it: a lock is given back first. */
export const adjustStockHandler = stockHandler<Input>({
  name: 'adjust-stock',
  kind: 'adjust',
  creates: true,
  move(balance, { delta, atMostUnits }, { actor }) {
    if (actor.kind === 'rule' && Math.abs(delta) > (atMostUnits ?? 0)) {
      return stockRefusal('too-much', {
        zh: `规则一次最多调整 ${atMostUnits ?? 0} 件`,
        en: `A rule may adjust ${atMostUnits ?? 0} at most`,
      });
    }
    if (delta > 0) return receive(balance, delta);
    const moved = remove(balance, -delta);
    if (moved !== null) return moved;
    const there = free(balance);
    return stockRefusal(
      'reserved',
      {
        zh: `只有 ${there} 件没有锁也没有冻结，不能减 ${-delta} 件`,
        en: `Only ${there} are neither locked nor blocked; ${-delta} cannot be taken away`,
      },
      [],
    );
  },
  done: ({ delta }, { warehouse, sku }) => ({
    zh: `${spaced(warehouse)} ${sku} 库存${delta > 0 ? '增加' : '减少'} ${Math.abs(delta)} 件`.replace(
      '  ',
      ' ',
    ),
    en: `Stock of ${sku} in ${warehouse} ${delta > 0 ? 'raised' : 'lowered'} by ${Math.abs(delta)}`,
  }),
});

import { block, free } from './balance/move-units.ts';
import { spaced } from './lock/lock-words.ts';
import { stockHandler, stockRefusal } from './stock-handler.ts';

/** Keeps units from being locked and shipped. */
export const blockStockHandler = stockHandler<{ quantity: number }>({
  name: 'block-stock',
  kind: 'block',
  move(balance, { quantity }) {
    const there = free(balance);
    const text = {
      zh: `只有 ${there} 件没有锁，不能冻结 ${quantity} 件`,
      en: `Only ${there} are not locked; ${quantity} cannot be blocked`,
    };
    return block(balance, quantity) ?? stockRefusal('reserved', text);
  },
  done: ({ quantity }, { warehouse, sku }) => ({
    zh: `${spaced(warehouse)}冻结 ${quantity} 件 ${sku}`,
    en: `Blocked ${quantity} of ${sku} in ${warehouse}`,
  }),
});

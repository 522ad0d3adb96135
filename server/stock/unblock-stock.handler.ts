import { unblock } from './balance/move-units.ts';
import { spaced } from './lock/lock-words.ts';
import { stockHandler, stockRefusal } from './stock-handler.ts';

/** Lets blocked units be locked again. */
export const unblockStockHandler = stockHandler<{ quantity: number }>({
  name: 'unblock-stock',
  kind: 'unblock',
  move(balance, { quantity }) {
    const text = {
      zh: `只冻结了 ${balance.blocked} 件，不能解冻 ${quantity} 件`,
      en: `Only ${balance.blocked} are blocked; ${quantity} cannot be let go`,
    };
    return unblock(balance, quantity) ?? stockRefusal('not-blocked', text);
  },
  done: ({ quantity }, { warehouse, sku }) => ({
    zh: `${spaced(warehouse)}解冻 ${quantity} 件 ${sku}`,
    en: `Unblocked ${quantity} of ${sku} in ${warehouse}`,
  }),
});

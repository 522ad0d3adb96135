import { receive } from './balance/move-units.ts';
import { spaced } from './lock/lock-words.ts';
import { stockHandler } from './stock-handler.ts';

/** Units come into a warehouse. */
export const receiveStockHandler = stockHandler<{ quantity: number }>({
  name: 'receive-stock',
  kind: 'receipt',
  creates: true,
  move: (balance, { quantity }) => receive(balance, quantity),
  done: ({ quantity }, { warehouse, sku }) => ({
    zh: `${spaced(warehouse)}入库 ${quantity} 件 ${sku}`,
    en: `Received ${quantity} of ${sku} in ${warehouse}`,
  }),
});

import { useMemo } from 'react';
import type { OrderView } from '../../rules-library/contract/orders.ts';
import { useLocksOfOrder, useStockOf } from '../stock/use-stock.ts';
import { lineStocks, type LineStock } from './line-stock.ts';

/** The stock behind the lines of an order, kept fresh by live news; undefined while it is read. */
export function useLineStock(order: OrderView): ReadonlyMap<string, LineStock> | undefined {
  const balances = useStockOf(order.lines.map(({ sku }) => sku)).data;
  const locks = useLocksOfOrder(order.id).data;
  return useMemo(
    () => (balances === undefined || locks === undefined ? undefined : lineStocks(order, balances, locks)),
    [order, balances, locks],
  );
}

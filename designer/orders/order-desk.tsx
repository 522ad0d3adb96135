import { useCallback } from 'react';
import { Outlet, useMatch, useSearchParams } from 'react-router';
import { useNarrow } from '../design/use-narrow.ts';
import { filterOf, searchOf, searchText } from './order-filter.ts';
import { OrderList } from './order-list.tsx';
import type { OrderFilter } from './read-orders.ts';
import './orders.css';

/** The list; with an order open, the list beside it, or on a narrow screen the order alone. */
export function OrderDesk() {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const open = useMatch('/orders/:id')?.params.id;
  const alone = useNarrow(1100);
  const change = useCallback(
    (next: OrderFilter) => setSearch(searchOf(next), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const to = (id: string): string => `/orders/${encodeURIComponent(id)}${searchText(filter)}`;
  const toList = `/orders${searchText(filter)}`;
  const list = <OrderList filter={filter} onChange={change} to={to} toList={toList} open={open} />;
  if (open === undefined) return list;
  if (alone) return <Outlet />;
  return (
    <div className="order-desk">
      {list}
      <Outlet />
    </div>
  );
}

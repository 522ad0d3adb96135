import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OrderRow } from '../../rules-library/contract/orders.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useLive } from '../live/live-store.ts';
import { searchText } from './order-filter.ts';
import { readOrders, type OrderFilter } from './read-orders.ts';

export const ordersPerPage = 50;

/** The list of a filter, page by page; rows show the newest state that is known, live news included. */
export function useOrderList(filter: OrderFilter) {
  const query = useInfiniteQuery({
    queryKey: [...queryKeys.orders, 'desk', searchText(filter)],
    queryFn: ({ pageParam, signal }) =>
      readOrders(filter, { limit: ordersPerPage, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const live = useLive((store) => store.orders);
  const pages = query.data?.pages;
  const rows = useMemo(() => withNewest(pages?.flatMap(({ items }) => items) ?? [], live), [pages, live]);
  // One page is read anew by itself when news comes; a long list would jump, so it says how much is new instead.
  const fresh = useMemo(() => {
    if ((pages?.length ?? 0) < 2) return 0;
    const newest = rows[0]?.receivedAt ?? '';
    return live.filter(({ receivedAt }) => receivedAt > newest).length;
  }, [pages, rows, live]);
  return { ...query, rows, fresh };
}

/** Each order once, in the newest state known. Pages read at different times may overlap. */
export function withNewest(rows: readonly OrderRow[], live: readonly OrderRow[]): OrderRow[] {
  const byId = new Map(live.map((row) => [row.id, row]));
  const seen = new Set<string>();
  const result: OrderRow[] = [];
  for (const row of rows) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    const newer = byId.get(row.id);
    result.push(newer !== undefined && newer.rev > row.rev ? newer : row);
  }
  return result;
}

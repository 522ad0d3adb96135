import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import {
  balanceViewSchema,
  ledgerLineSchema,
  reservationViewSchema,
} from '../../rules-library/contract/stock.ts';
import { call, path, type Query } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { readButtons } from '../api/press.ts';
import { queryKeys } from '../api/query-keys.ts';
import { lockSearchOf, stockSearchOf, type LockFilter, type StockFilter } from './stock-filter.ts';

const balances = listAnswer(balanceViewSchema);
const ledger = listAnswer(ledgerLineSchema);
const reservations = listAnswer(reservationViewSchema);
const places = listAnswer(z.object({ id: z.string(), name: z.string().optional() }));

export const rowsPerPage = 50;
export const ledgerPerPage = 60;
const mostPlaces = 500;

const nextOf = ({ next }: { next: string | null }): string | undefined => next ?? undefined;
const first = undefined as string | undefined;

/** The list of a filter, page by page. */
export function useBalances(filter: StockFilter) {
  return useInfiniteQuery({
    queryKey: [...queryKeys.stock, 'list', stockSearchOf(filter).toString()],
    queryFn: ({ pageParam, signal }) =>
      call({
        path: '/stock',
        query: { ...filter, limit: rowsPerPage, cursor: pageParam },
        answer: balances,
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });
}

/** What one warehouse has of one SKU; null where it never had any. */
export function useBalance(warehouse: string, sku: string) {
  return useQuery({
    queryKey: [...queryKeys.stock, 'one', warehouse, sku],
    queryFn: async ({ signal }) => {
      const query = { warehouse, sku, limit: 1 };
      const { items } = await call({ path: '/stock', query, answer: balances, signal });
      return items[0] ?? null;
    },
  });
}

/** What all warehouses have of these SKUs. */
export function useStockOf(skus: readonly string[]) {
  const wanted = [...new Set(skus)].toSorted();
  return useQuery({
    queryKey: [...queryKeys.stock, 'of', ...wanted],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        wanted.map((sku) => call({ path: '/stock', query: { sku, limit: 200 }, answer: balances, signal })),
      );
      return pages.flatMap(({ items }) => items);
    },
  });
}

export function useLedger(key: string) {
  return useInfiniteQuery({
    queryKey: [...queryKeys.stock, 'ledger', key],
    queryFn: ({ pageParam, signal }) =>
      call({
        path: path`/stock/${key}/ledger`,
        query: { limit: ledgerPerPage, cursor: pageParam },
        answer: ledger,
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: nextOf,
  });
}

function locksQuery(name: string, address: string) {
  return {
    queryKey: [...queryKeys.stock, 'locks', name],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await call({ path: address, answer: reservations, signal })).items,
  };
}

/** What one balance is locked for now. */
export function useLocksOf(key: string) {
  return useQuery(locksQuery(key, path`/stock/${key}/reservations`));
}

/** Locks of an order, ended ones too. */
export function useLocksOfOrder(order: string) {
  return useQuery(locksQuery(`order:${order}`, path`/orders/${order}/reservations`));
}

/** All locks of a filter, page by page. */
export function useLocks(filter: LockFilter) {
  const query: Query = { ...filter };
  return useInfiniteQuery({
    queryKey: [...queryKeys.stock, 'all-locks', lockSearchOf(filter).toString()],
    queryFn: ({ pageParam, signal }) =>
      call({
        path: '/reservations',
        query: { ...query, limit: rowsPerPage, cursor: pageParam },
        answer: reservations,
        signal,
      }),
    initialPageParam: first,
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  });
}

/** The buttons I may press on a balance or a lock now; asked for when they are looked at. */
export function useStockButtons(target: string, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.stock, 'buttons', target],
    queryFn: ({ signal }) => readButtons(target, signal),
    enabled,
  });
}

/** Warehouses of the catalogue, to choose from. */
export function useWarehouses() {
  return useQuery({
    queryKey: ['warehouses'],
    queryFn: async ({ signal }) =>
      (await call({ path: '/catalog/warehouses', query: { limit: mostPlaces }, answer: places, signal }))
        .items,
    staleTime: 60_000,
  });
}

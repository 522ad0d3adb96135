import { z } from 'zod';
import { layerIds } from '../../rules-library/choices/layers.ts';
import {
  balanceViewSchema,
  ledgerLineSchema,
  reservationViewSchema,
  stockSorts,
} from '../../rules-library/contract/stock.ts';
import { shownText } from '../audit/without-personal.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { StoredOrder } from '../orders/order.ts';
import { records, type Store } from '../store/store.ts';
import type { Balance } from './balance/balance.ts';
import { readStockKey } from './balance/balance.ts';
import { findLocks } from './find-locks.ts';
import { findStock } from './find-stock.ts';
import { ledgerId, type LedgerLine } from './ledger.ts';
import type { Reservation } from './reservation.ts';
import { balanceView, ledgerLineView, orderOfLine, reservationView, type Names } from './stock-views.ts';

const word = z.string().min(1).max(128);
const access = { kind: 'read', read: 'stock' } as const;
const keyParams = z.object({ key: z.string().min(3).max(140) });
const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(200).optional(),
};
const mostReservations = 1000;

/** Reading stock: balances, what moved them, and what they are locked for. */
export function stockRoutes(store: Store): Route[] {
  const balances = records<Balance>(store, 'stock');
  const ledger = records<LedgerLine>(store, 'ledger');
  const reservations = records<Reservation>(store, 'reservations');

  const namesOf = async (collection: string, ids: readonly string[]): Promise<Names> => {
    const found = await records<{ _id: string; item: { name?: string } }>(store, collection).byIds([
      ...new Set(ids),
    ]);
    return new Map(found.flatMap(({ _id, item }) => (item.name === undefined ? [] : [[_id, item.name]])));
  };
  const numbersOf = async (ids: readonly string[]): Promise<Names> => {
    const found = await records<StoredOrder>(store, 'orders').byIds([...new Set(ids)]);
    return new Map(found.map(({ _id, externalId }) => [_id, externalId]));
  };
  const viewsOf = async (found: readonly Reservation[]) => {
    const [warehouses, orders] = await Promise.all([
      namesOf(
        'warehouses',
        found.map(({ warehouse }) => warehouse),
      ),
      numbersOf(found.map(({ order }) => order)),
    ]);
    return found.map((one) => reservationView(one, warehouses, orders));
  };
  const known = async (key: string): Promise<Balance> => {
    const balance = await balances.byId(key);
    if (balance === null) throw notFound({ zh: '库存', en: 'stock' }, key);
    return balance;
  };

  return [
    defineRoute({
      method: 'get',
      path: '/stock',
      summary: { zh: '库存，按仓和商品', en: 'Stock, by warehouse and SKU' },
      access,
      query: z.object({
        warehouse: word.optional(),
        sku: word.optional(),
        q: word.optional(),
        sort: z.enum(stockSorts).default('key'),
        ...page,
      }),
      answers: { 200: z.object({ items: z.array(balanceViewSchema), next: z.string().nullable() }) },
      async handle({ query }) {
        const { found, next } = await findStock(store, query);
        const [warehouses, skus] = await Promise.all([
          namesOf(
            'warehouses',
            found.map((one) => one.warehouse),
          ),
          namesOf(
            'skus',
            found.map((one) => one.sku),
          ),
        ]);
        return { body: { items: found.map((one) => balanceView(one, warehouses, skus)), next } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/reservations',
      summary: { zh: '现在的锁', en: 'Locks that hold units now' },
      access,
      query: z.object({
        warehouse: word.optional(),
        sku: word.optional(),
        layer: z.enum(layerIds).optional(),
        expiring: z
          .enum(['true', 'false'])
          .transform((value) => value === 'true')
          .optional(),
        ...page,
      }),
      answers: { 200: z.object({ items: z.array(reservationViewSchema), next: z.string().nullable() }) },
      async handle({ query }) {
        const { found, next } = await findLocks(store, query);
        return { body: { items: await viewsOf(found), next } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/stock/:key/ledger',
      summary: { zh: '一个仓一个商品的流水，新的在前', en: 'What moved one balance, the newest first' },
      access,
      params: keyParams,
      query: z.object(page),
      answers: { 200: z.object({ items: z.array(ledgerLineSchema), next: z.string().nullable() }) },
      async handle({ params: { key }, query: { limit, cursor } }) {
        const before = cursor === undefined ? `${key}|~` : ledgerId(key, Number(cursor) || 0);
        await known(key);
        const range = { $gte: ledgerId(key, 0), $lt: before };
        const found = await ledger.find({ _id: range }, { sort: { _id: -1 }, limit: limit + 1 });
        const items = found.slice(0, limit);
        const orders = await numbersOf(items.flatMap((line) => orderOfLine(line) ?? []));
        return {
          body: {
            items: items.map((line) => {
              const view = ledgerLineView(line, orders);
              return { ...view, reason: view.reason === null ? null : shownText(view.reason) };
            }),
            next: found.length > limit ? String(items.at(-1)!.seq) : null,
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/stock/:key/reservations',
      summary: { zh: '一个仓一个商品现在锁给了谁', en: 'What one balance is locked for now' },
      access,
      params: keyParams,
      answers: { 200: z.object({ items: z.array(reservationViewSchema), next: z.string().nullable() }) },
      async handle({ params: { key } }) {
        await known(key);
        const where = { ...readStockKey(key), open: true };
        const found = await reservations.find(where, { limit: mostReservations });
        return { body: { items: await viewsOf(found), next: null } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/orders/:id/reservations',
      summary: {
        zh: '一张订单的锁，早的在前，已结束的也在',
        en: 'Locks of an order, oldest first, ended ones too',
      },
      access,
      params: z.object({ id: z.string().min(1).max(64) }),
      answers: { 200: z.object({ items: z.array(reservationViewSchema), next: z.string().nullable() }) },
      async handle({ params: { id } }) {
        const range = { $gte: `${id}|`, $lt: `${id}}` };
        const found = await reservations.find({ _id: range }, { sort: { _id: 1 }, limit: mostReservations });
        return { body: { items: await viewsOf(found), next: null } };
      },
    }),
  ];
}

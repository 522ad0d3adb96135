import { z } from 'zod';
import { orderRowSchema, orderViewSchema, timelineEntrySchema } from '../../rules-library/contract/orders.ts';
import type { StoredDecision } from '../decisions/decision.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';
import { findOrders } from './find-orders.ts';
import { historyId, type HistoryEntry } from './history.ts';
import { orderRow, orderView, type SkuFacts } from './order-view.ts';
import type { StoredOrder } from './order.ts';
import { readWaits } from './waits.ts';
import { timelineOf } from './timeline.ts';

const mostHistory = 1000;
const mostDecisions = 500;
const yesNo = z.enum(['true', 'false']).transform((value) => value === 'true');
const word = z.string().min(1).max(128);

const listQuery = z.object({
  q: word.optional(),
  state: word.optional(),
  channel: word.optional(),
  held: yesNo.optional(),
  hold: word.optional(),
  rush: yesNo.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(160).optional(),
});
const oneParams = z.object({ id: z.string().min(1).max(64) });
const access = { kind: 'read', read: 'orders' } as const;

/** Reading orders; personal data is masked in every answer. */
export function orderRoutes(store: Store): Route[] {
  const orders = records<StoredOrder>(store, 'orders');
  const history = records<HistoryEntry>(store, 'orderHistory');
  const decisions = records<StoredDecision>(store, 'decisions');
  const skus = records<{ _id: string; item: SkuFacts }>(store, 'skus');

  const orderOf = async (id: string): Promise<StoredOrder> => {
    const order = await orders.byId(id);
    if (order === null) throw notFound({ zh: '订单', en: 'order' }, id);
    return order;
  };
  const decisionsOf = (id: string): Promise<StoredDecision[]> =>
    decisions.find({ subject: `order:${id}` }, { sort: { _id: 1 }, limit: mostDecisions });

  return [
    defineRoute({
      method: 'get',
      path: '/orders',
      summary: { zh: '订单，新的在前', en: 'Orders, the newest first' },
      access,
      query: listQuery,
      answers: { 200: z.object({ items: z.array(orderRowSchema), next: z.string().nullable() }) },
      async handle({ query: { limit, cursor, ...filter } }) {
        const page = await findOrders(store, filter, { limit, cursor });
        return { body: { items: page.orders.map(orderRow), next: page.next } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/orders/:id',
      summary: { zh: '一张订单', en: 'One order' },
      access,
      params: oneParams,
      answers: { 200: orderViewSchema },
      async handle({ params }) {
        const order = await orderOf(params.id);
        const [known, decided, waits] = await Promise.all([
          skus.byIds([...new Set(order.lines.map(({ sku }) => sku))]),
          decisionsOf(order._id),
          readWaits(store, order),
        ]);
        const items = new Map(known.map(({ _id, item }) => [_id, item]));
        return {
          body: orderView(
            order,
            items,
            decided.map(({ _id }) => _id),
            waits,
          ),
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/orders/:id/timeline',
      summary: { zh: '一张订单的经过，早的在前', en: 'What happened to an order, oldest first' },
      access,
      params: oneParams,
      answers: { 200: z.object({ items: z.array(timelineEntrySchema), next: z.string().nullable() }) },
      async handle({ params }) {
        const order = await orderOf(params.id);
        const [entries, decided] = await Promise.all([
          history.find(
            { _id: { $gte: historyId(order._id, 0), $lt: `${order._id}|~` } },
            { sort: { _id: 1 }, limit: mostHistory },
          ),
          decisionsOf(order._id),
        ]);
        return { body: { items: timelineOf(entries, decided), next: null } };
      },
    }),
  ];
}

import type { Logger } from 'pino';
import { z } from 'zod';
import {
  ordersAnswerSchema,
  orderResultSchema,
  type OrderResult,
} from '../../rules-library/contract/orders.ts';
import { errorBodySchema } from '../../rules-library/contract/error.ts';
import { orderLimits } from '../../rules-library/schema/order.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { isRefusal } from '../door/handler.ts';
import { fingerprintOf, recordId } from '../door/idempotency.ts';
import { describeError } from '../http/describe-error.ts';
import { answerOf } from '../http/executed.ts';
import { badInput, RequestError } from '../http/request-error.ts';
import { defineRoute, type Route, type RouteReply } from '../http/route.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Store } from '../store/store.ts';
import { ListClaim } from './list-claim.ts';
import { ingestList, orderResult } from './order-list.ts';

interface IngestRoutesOptions {
  door: Door;
  store: Store;
  metrics: Metrics;
  log: Logger;
}

/** One order, or `{ orders: [ … ] }`: each order is checked by itself, so that a bad one stops no other. */
const bodySchema = z
  .looseObject({ orders: z.array(z.unknown()).optional() })
  .meta({ id: 'OrdersBody', description: 'One OrderInput, or { "orders": [ … up to 500 OrderInput ] }' });

/** Taking orders in. */
export function ingestRoutes({ door, store, metrics, log }: IngestRoutesOptions): Route[] {
  return [
    defineRoute({
      method: 'post',
      path: '/orders',
      summary: { zh: '发送一张或最多 500 张订单', en: 'Send one order or up to 500' },
      access: { kind: 'command', command: 'ingest-order' },
      body: bodySchema,
      limit: orderLimits.bytes,
      maxValues: 250_000,
      weigh: (body) => Math.max(1, ordersIn(body)?.length ?? 1),
      answers: {
        200: ordersAnswerSchema,
        201: ordersAnswerSchema,
        400: errorBodySchema.extend({ results: z.array(orderResultSchema) }),
      },
      async handle({ body, actor, idempotencyKey, request }) {
        const orders = ordersIn(body);
        const reply =
          orders === null
            ? await one(body, actor, idempotencyKey, Number(request.headers['content-length'] ?? 0))
            : await list(orders, actor, idempotencyKey);
        for (const { status } of (reply.body as { results: OrderResult[] }).results)
          metrics.orders.inc({ status });
        return reply;
      },
    }),
  ];

  async function one(
    input: unknown,
    actor: Actor,
    key: string | undefined,
    bytes: number,
  ): Promise<RouteReply> {
    const call = { name: 'ingest-order', input, ...(key === undefined ? {} : { key }) };
    const executed = await door.execute(bytes > 0 ? { ...call, bytes } : call, actor);
    if (!executed.ok && executed.refusal.code !== 'bad-input') answerOf(executed);
    const result = orderResult(executed, 0);
    if (result.status === 'rejected')
      return { status: 400, body: { error: result.error, results: [result] } };
    return { status: result.status === 'accepted' ? 201 : 200, body: { results: [result] } };
  }

  async function list(orders: unknown[], actor: Actor, key: string | undefined): Promise<RouteReply> {
    refuseTooMany(orders);
    refuseStranger(actor);
    const onFailure = (error: unknown): void =>
      log.error({ error: describeError(error) }, 'an order of a list could not be taken in');
    if (key === undefined) {
      const results = await ingestList(orders, {
        door,
        actor,
        record: undefined,
        onGroup: async () => {},
        onFailure,
      });
      return { body: { results } };
    }
    const record = recordId(actor.id, key);
    const taken = await ListClaim.take(store, record, fingerprintOf('ingest-list', undefined, orders));
    if (isRefusal(taken)) throw new RequestError(taken.refused.code, taken.refused.message);
    if ('results' in taken) return { body: { results: taken.results } };
    const { claim } = taken;
    try {
      const onGroup = (): Promise<void> => claim.renew();
      const results = await ingestList(orders, { door, actor, record, onGroup, onFailure });
      await claim.complete(results);
      return { body: { results } };
    } catch (error) {
      await claim.release().catch(() => {});
      throw error;
    }
  }
}

/** The orders of a list; null for one order. */
function ordersIn(body: unknown): unknown[] | null {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'orders')) return null;
  const { orders } = body as { orders: unknown };
  return Array.isArray(orders) ? orders : null;
}

/** People take orders in by other doors (录单, import): refused once, not five hundred times. */
function refuseStranger(actor: Actor): void {
  if (actor.kind !== 'person') return;
  throw new RequestError('not-your-button', {
    zh: '订单由渠道系统凭密钥发送，需要的话请联系数据协作者',
    en: 'Orders are sent by systems with a key; ask the data steward if you need one',
  });
}

function refuseTooMany(orders: readonly unknown[]): void {
  if (orders.length === 0) {
    throw badInput({ zh: 'orders 至少要有一张订单', en: 'orders needs at least one order' }, 'orders');
  }
  if (orders.length > orderLimits.orders) {
    throw new RequestError(
      'too-large',
      {
        zh: `一次最多 ${orderLimits.orders} 张订单，收到 ${orders.length} 张，请分几次发送`,
        en: `At most ${orderLimits.orders} orders at once, got ${orders.length}; send them in parts`,
      },
      { path: 'orders', details: { limitOrders: orderLimits.orders } },
    );
  }
  const lines = orders.reduce<number>((sum, order) => sum + linesIn(order), 0);
  if (lines <= orderLimits.lines) return;
  throw new RequestError(
    'too-large',
    {
      zh: `一次最多 ${orderLimits.lines} 条明细，收到 ${lines} 条，请分几次发送`,
      en: `At most ${orderLimits.lines} lines at once, got ${lines}; send them in parts`,
    },
    { path: 'orders', details: { limitLines: orderLimits.lines } },
  );
}

function linesIn(order: unknown): number {
  if (typeof order !== 'object' || order === null || !('lines' in order)) return 0;
  return Array.isArray(order.lines) ? order.lines.length : 0;
}

import type { ApiClient } from '../../support/api.ts';
import { because, press, pressed } from '../../support/press.ts';
import type { TestServer } from '../../support/server.ts';

let count = 0;

/** People and calls of a server that tests of stock need. */
export async function stockWorld(server: TestServer) {
  const [keeper, operations, planner, channel] = await Promise.all([
    server.signIn('keeper'),
    server.signIn('operations'),
    server.signIn('planner'),
    server.key(['ingest-order', 'record-event']),
  ]);
  return {
    keeper,
    operations,
    planner,
    channel,
    /** A SKU nobody else of the test uses. */
    sku: (): string => `SKU-${(count += 1)}`,
    receive: (key: string, quantity: number) =>
      pressed(keeper, 'receive-stock', { target: `stock:${key}`, input: { quantity } }),
    /** A paid order of these lines; answers its id. */
    async order(lines: object[], more: object = {}): Promise<string> {
      const sent = await channel.send('POST', '/orders', {
        channel: 'taobao',
        externalId: `STK-${(count += 1)}`,
        placedAt: new Date().toISOString(),
        lines,
        payment: { status: 'paid', method: 'alipay' },
        ...more,
      });
      return sent.body.results[0].id;
    },
    lock: (order: string, input: object = {}, who: ApiClient = keeper) =>
      press(who, 'lock-stock', { target: `order:${order}`, input }),
    on: (name: string, target: string, input: object = {}, who: ApiClient = operations) =>
      press(who, name, { target, input, ...because }),
    /** One balance as it is read over HTTP. */
    async balance(key: string): Promise<any> {
      const [warehouse, sku] = key.split('|');
      const { body } = await operations.get(`/stock?warehouse=${warehouse}&sku=${sku}`);
      return body.items[0];
    },
    ledger: async (key: string): Promise<any[]> =>
      (await operations.get(`/stock/${encodeURIComponent(key)}/ledger`)).body.items,
    reservations: async (order: string): Promise<any[]> =>
      (await operations.get(`/orders/${order}/reservations`)).body.items,
    read: async (order: string): Promise<any> => (await operations.get(`/orders/${order}`)).body,
  };
}
export type StockWorld = Awaited<ReturnType<typeof stockWorld>>;

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';
import { stockWorld, type StockWorld } from './support.ts';

let server: TestServer;
let world: StockWorld;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
  await publish(
    'locks-on-arrival',
    [
      { id: 'start', kind: 'order.received' },
      { id: 'lock', kind: 'lock-stock', params: { ifShort: 'what-there-is' } },
      { id: 'all', kind: 'set-tag', params: { tag: 'locked' } },
      { id: 'some', kind: 'set-tag', params: { tag: 'partly' } },
      { id: 'none', kind: 'hold-order', params: { code: 'no-stock' } },
    ],
    [
      { from: { node: 'start', port: 'next' }, to: 'lock' },
      { from: { node: 'lock', port: 'done' }, to: 'all' },
      { from: { node: 'lock', port: 'partly' }, to: 'some' },
      { from: { node: 'lock', port: 'impossible' }, to: 'none' },
    ],
  );
});
afterAll(() => server.close());

async function publish(id: string, nodes: object[], edges: object[]): Promise<void> {
  const flow = { id, name: { zh: id, en: id }, nodes, edges };
  const saved = await world.operations.send('POST', '/flows', { flow });
  expect(saved.status, JSON.stringify(saved.body)).toBeLessThan(300);
  const published = await world.operations.send('POST', '/releases', { note: 'test' });
  expect(published.status, JSON.stringify(published.body)).toBeLessThan(300);
}

describe('a rule that locks on arrival', () => {
  test('goes on by whether all, a part or nothing was there', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 5);
    const [all, part, none] = [
      await world.order([{ sku, quantity: 3, warehouse: 'WH1' }]),
      await world.order([{ sku, quantity: 3 }]),
      await world.order([{ sku, quantity: 3, warehouse: 'WH1' }]),
    ];
    expect((await world.read(all)).tags).toEqual(['locked']);
    expect((await world.read(part)).tags).toEqual(['partly']);
    expect((await world.read(none)).holds).toMatchObject([{ code: 'no-stock' }]);
    expect(await world.balance(`WH1|${sku}`)).toMatchObject({ open: 0, held: 5 });
    const [line] = await world.ledger(`WH1|${sku}`);
    expect(line).toMatchObject({
      actor: expect.stringMatching(/^rule:/),
      cause: expect.stringMatching(/^d/),
    });
  });

  test('a list of orders in one group shares out what there is, in order', async () => {
    const sku = world.sku();
    await world.receive(`WH1|${sku}`, 10);
    const orders = Array.from({ length: 8 }, (_, index) => ({
      channel: 'taobao',
      externalId: `LIST-${sku}-${index}`,
      placedAt: new Date().toISOString(),
      lines: [{ sku, quantity: 3, warehouse: 'WH1' }],
      payment: { status: 'paid' },
    }));
    const { body } = await world.channel.send('POST', '/orders', { orders });
    const tags = await Promise.all(
      body.results.map(async ({ id }: any) => (await world.read(id)).tags[0] ?? 'none'),
    );
    expect(tags).toEqual(['locked', 'locked', 'locked', 'partly', 'none', 'none', 'none', 'none']);
    expect((await world.balance(`WH1|${sku}`)).held).toBe(10);
  });
});

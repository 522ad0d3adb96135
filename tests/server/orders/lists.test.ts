import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordId } from '../../../server/door/idempotency.ts';
import type { ApiClient } from '../../support/api.ts';
import { startServer } from '../../support/server.ts';
import { anOrder } from '../../support/way.ts';

let server: Awaited<ReturnType<typeof startServer>>;
let channel: ApiClient & { id: string };
beforeAll(async () => {
  server = await startServer();
  channel = await server.key(['ingest-order', 'record-event'], ['orders', 'decisions']);
});
afterAll(() => server.close());

const post = (body: unknown, key?: string) =>
  channel.send('POST', '/orders', body, key === undefined ? {} : { 'idempotency-key': key });
const many = (count: number) => Array.from({ length: count }, () => anOrder());

describe('POST /orders', () => {
  test('one order: 201, then 200 repeated, 400 with place and cure for a bad one', async () => {
    const sent = anOrder();
    const first = await post(sent);
    expect(first).toMatchObject({ status: 201, body: { results: [{ index: 0, status: 'accepted' }] } });
    expect(await post(sent)).toMatchObject({ status: 200, body: { results: [{ status: 'repeated' }] } });
    const bad = await post({ ...anOrder(), lines: [{ sku: 'A', quantity: 0 }] });
    expect(bad).toMatchObject({
      status: 400,
      body: { error: { code: 'bad-input', path: 'lines[0].quantity' }, results: [{ status: 'rejected' }] },
    });
    expect(bad.body.error.message.zh).toContain('lines[0].quantity');
  });

  test('a list: one entry each, in order; a bad one stops no other', async () => {
    const orders: any[] = many(80);
    orders[5] = { ...orders[5], placedAt: 'yesterday' };
    orders[6] = 'no order';
    orders[79] = orders[0];
    const { status, body } = await post({ orders });
    expect(status).toBe(200);
    expect(body.results.map(({ index }: any) => index)).toEqual(orders.map((_, index) => index));
    const kinds = body.results.map((result: any) => result.status);
    expect([kinds[0], kinds[5], kinds[6], kinds[78], kinds[79]]).toEqual([
      'accepted',
      'rejected',
      'rejected',
      'accepted',
      'repeated',
    ]);
    expect(body.results[5].error).toMatchObject({ code: 'bad-input', path: 'placedAt' });
  });

  test('too many orders, lines or bytes: 413 that names the limit', async () => {
    const tooMany = await post({ orders: Array.from({ length: 501 }, () => ({})) });
    expect(tooMany).toMatchObject({ status: 413, body: { error: { details: { limitOrders: 500 } } } });
    const lines = Array.from({ length: 500 }, (_, index) => ({ sku: `S${index}`, quantity: 1 }));
    const tooLong = await post({ orders: Array.from({ length: 11 }, () => anOrder({ lines })) });
    expect(tooLong).toMatchObject({ status: 413, body: { error: { details: { limitLines: 5000 } } } });
    const tooLarge = await post({ orders: [anOrder({ note: 'x'.repeat(5_000_000) })] });
    expect(tooLarge).toMatchObject({ status: 413, body: { error: { details: { limitBytes: 4_194_304 } } } });
    expect(await post({ orders: [] })).toMatchObject({ status: 400 });
  });

  test('people have no key to send orders with', async () => {
    const sales = await server.signIn('sales');
    for (const body of [anOrder(), { orders: many(2) }])
      expect(await sales.send('POST', '/orders', body)).toMatchObject({ status: 403 });
  });
});

describe('a list with an Idempotency-Key', () => {
  test('gives the same answer again, and 422 to another list', async () => {
    const orders = many(40);
    const first = await post({ orders }, 'list-1');
    expect(await post({ orders }, 'list-1')).toEqual(first);
    expect(await post({ orders: many(1) }, 'list-1')).toMatchObject({ status: 422 });
  });

  test('in flight: 409', async () => {
    const orders = many(200);
    const [first, second] = await Promise.all([post({ orders }, 'list-2'), post({ orders }, 'list-2')]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
  });

  test('after a crash half way is resumed: all accepted, none twice', async () => {
    const orders = many(50);
    const { store } = server.app;
    const record = recordId(`connector:${channel.id}`, 'list-3');
    expect(await post({ orders }, 'list-3')).toMatchObject({ status: 200 });
    const ids = (await post({ orders }, 'list-3')).body.results.map(({ id }: any) => id);
    // As if the process had died before the end: no answer was written, and the last orders were never taken in.
    await store.collection('idempotency').updateOne({ _id: record } as never, { $unset: { results: '' } });
    for (const [name, field] of [
      ['orders', '_id'],
      ['orderHistory', 'order'],
    ] as const)
      await store.collection(name).deleteMany({ [field]: { $in: ids.slice(30) } });
    const resumed = await post({ orders }, 'list-3');
    expect(resumed.body.results.map(({ status }: any) => status)).toEqual(Array(50).fill('accepted'));
    expect(resumed.body.results.map(({ id }: any) => id)).toEqual(ids);
    // The same orders from somebody else are repeats.
    expect((await post({ orders })).body.results[3].status).toBe('repeated');
  });

  test('whose owner still lives is not taken over', async () => {
    const orders = many(1);
    await post({ orders }, 'list-4');
    const { store } = server.app;
    const record = { _id: recordId(`connector:${channel.id}`, 'list-4') } as never;
    const until = store.clock.now() + 5000;
    await store.collection('idempotency').updateOne(record, { $unset: { results: '' }, $set: { until } });
    expect(await post({ orders }, 'list-4')).toMatchObject({
      status: 409,
      body: { error: { code: 'in-flight' } },
    });
  });
});

describe('500 orders in one call', () => {
  test('let other people’s orders pass between them', async () => {
    let done = false;
    const list = post({ orders: many(500) }).finally(() => {
      done = true;
    });
    const waits: number[] = [];
    while (!done) {
      const started = performance.now();
      expect((await post(anOrder())).status).toBe(201);
      waits.push(performance.now() - started);
    }
    const { body } = await list;
    expect(body.results.every(({ status }: any) => status === 'accepted')).toBe(true);
    // One after another behind the whole list would be one or two.
    expect(waits.length).toBeGreaterThanOrEqual(5);
  });
});

describe('reading', () => {
  test('lists newest first, page by page, and finds by number', async () => {
    const sent = many(5).map((order, index) => ({ ...order, externalId: `FIND-${index}`, channel: 'jd' }));
    await post({ orders: sent });
    const pages: string[] = [];
    let cursor: string | null = '';
    do {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await channel.get(`/orders?channel=jd&limit=2${query}`);
      pages.push(...body.items.map(({ externalId }: any) => externalId));
      cursor = body.next;
    } while (cursor !== null);
    expect(pages.toSorted()).toEqual(sent.map(({ externalId }) => externalId));
    const found = await channel.get('/orders?q=FIND-&limit=3');
    expect(found.body.items.map(({ externalId }: any) => externalId)).toEqual(['FIND-0', 'FIND-1', 'FIND-2']);
    const rest = await channel.get(`/orders?q=FIND-&cursor=${found.body.next}`);
    expect(rest.body.items).toHaveLength(2);
    const [{ id }] = found.body.items;
    expect((await channel.get(`/orders?q=${id}`)).body.items).toHaveLength(1);
    expect((await channel.get(`/orders/${id}`)).body).toMatchObject({
      externalId: 'FIND-0',
      customer: '张*',
    });
    expect((await channel.get(`/orders/${id}/timeline`)).body.items[0]).toMatchObject({
      type: 'order.received',
    });
    expect(await channel.get('/orders/nowhere')).toMatchObject({ status: 404 });
    expect(await channel.get('/orders?limit=0')).toMatchObject({ status: 400 });
  });
});

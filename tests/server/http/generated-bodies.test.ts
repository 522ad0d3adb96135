import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HttpClient } from '../../load/http-client.ts';
import { createRandom, mutate } from '../../support/mutate.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const bodies = Number(process.env.SLUICE_FUZZ ?? 4000);
const seed = Number(process.env.SLUICE_FUZZ_SEED ?? 20_251_212);

const order = {
  channel: 'taobao',
  externalId: 'FUZZ-1',
  placedAt: '2025-12-12T00:03:11+08:00',
  customer: { externalId: 'tb_1', name: '王丽', phone: '19900000001', tier: 'gold' },
  shipTo: { province: '江苏省', city: '苏州' },
  lines: [{ lineId: '1', sku: 'BRK-0001', quantity: 2, unitPrice: 59_000 }],
  payment: { status: 'paid', paid: 118_000 },
  requestedDelivery: '2025-12-14T18:00:00+08:00',
  rush: true,
  custom: { colour: 'red' },
};
const flow = {
  schema: 1,
  id: 'fuzz',
  name: { zh: '试', en: 'fuzz' },
  rank: 10,
  nodes: [
    { id: 'n1', kind: 'order.received', version: 1, params: {} },
    {
      id: 'n2',
      kind: 'condition-group',
      version: 1,
      params: { conditions: { all: [{ id: 'c1', fact: 'order.total', operator: 'greaterThan', value: 5 }] } },
    },
    { id: 'n3', kind: 'set-tag', version: 1, params: { tag: 'x' } },
  ],
  edges: [
    { id: 'e1', from: { node: 'n1', port: 'next' }, to: 'n2', order: 1 },
    { id: 'e2', from: { node: 'n2', port: 'yes' }, to: 'n3', order: 1 },
  ],
  layout: { n1: { x: 0, y: 0 } },
  cases: [],
};

/** Good bodies of every route that takes one, to be made bad. */
const targets: readonly { method: string; path: string; body: unknown; weight: number }[] = [
  { method: 'POST', path: '/orders', body: order, weight: 6 },
  {
    method: 'POST',
    path: '/orders',
    body: { orders: [order, { ...order, externalId: 'FUZZ-2' }] },
    weight: 3,
  },
  {
    method: 'POST',
    path: '/events',
    body: {
      type: 'order.changed',
      id: 'e-1',
      occurredAt: '2025-12-12T01:00:00+08:00',
      data: {
        order: { channel: 'taobao', externalId: 'FUZZ-1' },
        requestedDelivery: '2025-12-13T18:00:00+08:00',
      },
    },
    weight: 3,
  },
  {
    method: 'PUT',
    path: '/catalog/skus',
    body: { items: [{ sku: 'F-1', name: '件', goodsClass: ['liquid'], weight: 5 }] },
    weight: 2,
  },
  {
    method: 'PUT',
    path: '/catalog/lists',
    body: { items: [{ id: 'fuzz', name: '名单', type: 'text', entries: ['a'] }] },
    weight: 1,
  },
  { method: 'PUT', path: '/flows/fuzz', body: { flow, version: 0 }, weight: 3 },
  { method: 'POST', path: '/flows/fuzz/compile', body: { flow }, weight: 1 },
  {
    method: 'POST',
    path: '/flows/fuzz/simulate',
    body: { event: 'order.received', facts: { 'order.total': 10 } },
    weight: 2,
  },
  {
    method: 'POST',
    path: '/commands/set-tag',
    body: { target: 'order:abc', input: { tag: 'x' } },
    weight: 2,
  },
  {
    method: 'POST',
    path: '/commands/lift-hold',
    body: { target: 'order:abc', input: { code: 'no-stock' }, reason: 'r', voucher: 'v' },
    weight: 1,
  },
  { method: 'POST', path: '/releases/preview', body: { flows: [{ id: 'fuzz', version: 1 }] }, weight: 1 },
  {
    method: 'POST',
    path: '/releases',
    body: { flows: [{ id: 'fuzz', version: 999 }], note: 'n' },
    weight: 1,
  },
];

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('bad input', () => {
  test(
    `${bodies} generated bodies: no 5xx, the documented error shape, both languages`,
    { timeout: 300_000 },
    async () => {
      const operations = await server.signIn('operations');
      const key = await server.key(['ingest-order', 'record-event', 'import-catalog']);
      const people = new HttpClient(server.url, 16, { cookie: operations.cookie, origin: server.url });
      const systems = new HttpClient(server.url, 16, { authorization: `Bearer ${key.secret}` });
      const random = createRandom(seed);
      const weighted = targets.map((target) => [target, target.weight] as const);
      const statuses = new Map<number, number>();
      let sent = 0;
      const client = async (): Promise<void> => {
        while (sent < bodies) {
          const number = sent++;
          const target = random.weighted(weighted);
          const text = mutate(target.body, random);
          const isSystem = /^\/(orders|events|catalog)/.test(target.path);
          const { status, text: answer } = await (isSystem ? systems : people).send(
            target.method,
            `/api/v1${target.path}`,
            text,
            {
              'idempotency-key': `fuzz-${number}`,
            },
          );
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          const told = `${target.method} ${target.path} ${text.slice(0, 600)} → ${status} ${answer.slice(0, 300)}`;
          expect(status, told).toBeLessThan(500);
          if (status < 400) continue;
          const { error } = JSON.parse(answer) as {
            error: { code: string; message: { zh: string; en: string } };
          };
          expect(error.code, told).toMatch(/^[a-z-]+$/);
          expect(error.message.zh, told).toMatch(/\p{Script=Han}/u);
          expect(error.message.en, told).toMatch(/[a-z]/);
          expect(answer, told).not.toMatch(/\bat .*\.ts:\d+|node_modules/);
        }
      };
      await Promise.all(Array.from({ length: 16 }, client));
      people.close();
      systems.close();
      // Not vacuous: some were good enough to be taken, most were not.
      expect(statuses.get(400) ?? 0).toBeGreaterThan(bodies / 5);
      expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(bodies / 100);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect((await server.nobody.get('/session/options')).status).toBe(200);
    },
  );
});

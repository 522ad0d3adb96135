import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a template comes in as drafts through the same doors, keeps what is there, and can be published', async () => {
  const operations = await server.signIn('operations');
  const before = await operations.get('/templates');
  const [template] = before.body.items;
  expect(template).toMatchObject({ id: 'AUTO2026Q1', loaded: false });
  expect(template.flows.every(({ caseCount }: any) => caseCount > 0)).toBe(true);

  // One of its flows and one of its shops exist already, changed by somebody.
  const own = { zh: '我们自己的', en: 'our own' };
  const mine = {
    id: template.flows[0].id,
    name: own,
    nodes: [{ id: 'start', kind: 'order.received', params: {} }],
    edges: [],
  };
  await operations.send('POST', '/flows', { flow: mine });
  await operations.send('PUT', '/catalog/warehouses', { items: [{ id: 'WH01', name: '我们的一号仓' }] });

  const loaded = await operations.send('POST', '/templates/AUTO2026Q1/load', {});
  expect(loaded.status).toBe(200);
  expect(loaded.body.flows.map(({ result }: any) => result)).toEqual([
    'kept',
    ...template.flows.slice(1).map(() => 'added'),
  ]);
  expect(loaded.body.catalog.warehouses).toBe(16);
  expect((await operations.get(`/flows/${mine.id}`)).body.flow.name).toEqual(own);
  const { body: warehouses } = await operations.get('/catalog/warehouses?prefix=WH01');
  expect(warehouses.items).toEqual([{ id: 'WH01', name: '我们的一号仓' }]);
  expect((await operations.get('/releases')).body.items).toEqual([]);

  const again = await operations.send('POST', '/templates/AUTO2026Q1/load', {});
  expect(again.body.flows.map(({ result }: any) => result)).toEqual([
    'kept',
    ...template.flows.slice(1).map(() => 'same'),
  ]);
  expect(again.body.catalog).toEqual({});
  expect((await operations.get('/templates')).body.items[0].loaded).toBe(true);

  const rest = template.flows.slice(1).map(({ id }: any) => ({ id, version: 1 }));
  const published = await operations.send('POST', '/releases', { flows: rest });
  expect(published.status, JSON.stringify(published.body)).toBe(201);
  expect(published.body.release.ruleCount).toBeGreaterThan(10);

  const keeper = await server.signIn('keeper');
  expect((await keeper.send('POST', '/templates/AUTO2026Q1/load', {})).status).toBe(403);
  expect((await operations.send('POST', '/templates/NONE/load', {})).status).toBe(404);
});

test('the ready gates answer as soon as they are published, whoever presses the buttons', async () => {
  const operations = await server.signIn('operations');
  const loaded = await operations.send('POST', '/templates/GATES2026Q1/load', {});
  const flows = loaded.body.flows.map(({ id }: any) => ({ id, version: 1 }));
  const published = await operations.send('POST', '/releases', { flows });
  expect(published.status, JSON.stringify(published.body)).toBe(201);
  const erp = await server.key(['ingest-order', 'ask-gate']);
  const sent = await erp.send('POST', '/orders', {
    channel: 'taobao',
    externalId: 'READY-1',
    placedAt: '2025-12-12T00:03:11+08:00',
    shipTo: { province: '江苏省', city: '苏州市' },
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 118_000 }],
    payment: { status: 'unpaid' },
  });
  const target = `order:${sent.body.results[0].id}`;
  const ask = async (command: string) => (await erp.send('POST', `/gates/${command}`, { target })).body;
  expect(await ask('release-order')).toMatchObject({
    allow: false,
    reasons: [{ code: 'awaiting-payment', text: { zh: expect.stringContaining('¥1,180') } }],
  });
  expect(await ask('cancel-order')).toMatchObject({ allow: true, reasons: [] });
});

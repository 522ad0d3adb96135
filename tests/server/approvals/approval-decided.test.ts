import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { pressed, within } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { approvalFlow, listeningFlow } from '../../support/stage-flows.ts';

let server: TestServer;
let operations: ApiClient;
let approver: ApiClient;
beforeAll(async () => {
  server = await startServer();
  [operations, approver] = (await Promise.all([server.signIn('operations'), server.signIn('approver')])) as [
    ApiClient,
    ApiClient,
  ];
  const steps = [{ id: 'first', who: { role: 'approver' }, within: 240 }];
  const drawn = approvalFlow('drawn', steps);
  // Listens, and draws an approval itself.
  const own = listeningFlow('own', 'approval.decided', '自己也批', steps);
  for (const flow of [drawn, listeningFlow('other', 'approval.decided', '别处批了'), own]) {
    const saved = await operations.send('POST', '/flows', { flow });
    expect(saved.status, JSON.stringify(saved.body)).toBe(201);
  }
  expect((await operations.send('POST', '/releases', {})).status).toBe(201);
}, 30_000);
afterAll(() => server.close());

const told = async (text: string): Promise<number> =>
  (await operations.get('/alerts?limit=200')).body.items.filter((alert: any) => alert.text.zh === text)
    .length;

test('flows that listen are told once that an approval of another flow was decided', async () => {
  const channel = await server.key(['ingest-order']);
  await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: 'AD-1',
    placedAt: '2025-12-12T00:03:11+08:00',
    lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  });
  const [asked] = (await approver.get('/approvals')).body.items;
  expect(await told('别处批了')).toBe(0);
  const timers = server.app.store.collection('timers');
  const approve = async (id: string): Promise<void> => {
    await pressed(approver, 'approve', { target: `approval:${id}`, input: {} });
    await within(8000, async () => (await timers.countDocuments({ kind: 'approval-decided' })) === 0);
  };
  await approve(asked.id);
  expect([await told('别处批了'), await told('自己也批')]).toEqual([1, 1]);
  // The one that drew this one is not told of it: nothing goes round in a circle.
  const [own] = (await approver.get('/approvals')).body.items;
  await approve(own.id);
  expect([await told('别处批了'), await told('自己也批'), await told('自己也批 approved')]).toEqual([
    2, 1, 1,
  ]);
});

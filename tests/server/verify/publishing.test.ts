import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ArchiveJob } from '../../../server/archive/archive-job.ts';
import type { ApiClient } from '../../support/api.ts';
import { bigOrders } from '../../support/flows.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { anOrder, silent } from '../../support/way.ts';
import { filesOf } from '../archive/support.ts';

let server: TestServer & { dataDir: string };
let operations: ApiClient;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
});
afterAll(() => server.close());

const save = (fen: number, version: number, expected: unknown[]) => {
  const facts = { 'order.total': 60_000 };
  const name = { zh: '六百元的订单', en: 'An order of 600' };
  const cases = [{ id: 'k1', name, event: 'order.received', facts, expect: { events: expected } }];
  return operations.send('PUT', '/flows/big', { flow: { ...bigOrders('big', fen), cases }, version });
};

test('a case that fails keeps the release back; what passes tells what the last orders would come to', async () => {
  await save(50_000, 0, []);
  const refused = await operations.send('POST', '/releases', {});
  expect(refused.status).toBe(409);
  expect(refused.body.error).toMatchObject({ path: 'big.alert' });
  expect(refused.body.error.message.zh).toContain('六百元的订单');
  expect(refused.body.error.details.reasons).toMatchObject([
    { code: 'case-failed', node: 'alert', case: 'k1' },
  ]);

  await save(50_000, 1, [{ type: 'raise-alert' }]);
  const published = await operations.send('POST', '/releases', {});
  expect(published.status).toBe(201);
  expect(published.body.release.check).toMatchObject({
    cases: { run: 1, failed: 0 },
    secondOpinion: { changed: 2, disagreements: 0 },
  });

  const connector = await server.key(['ingest-order']);
  for (const unitPrice of [20_000, 40_000, 80_000]) {
    const order = anOrder({ lines: [{ sku: 'BRK-1', quantity: 1, unitPrice }] });
    expect((await connector.send('POST', '/orders', order)).status).toBe(201);
  }
  // From 500 up to 700: nothing about 200, 400 and 800 changes; from 500 down to 300: the 400 does.
  await save(70_000, 2, []);
  const looked = await operations.send('POST', '/releases/check', {});
  expect(looked.body.check.recorded).toMatchObject({ decisions: 3, otherwise: 0 });
  await save(30_000, 3, [{ type: 'raise-alert' }]);
  const next = await operations.send('POST', '/releases', {});
  expect(next.body.release.check.recorded).toMatchObject({
    decisions: 3,
    otherwise: 1,
    effects: [{ command: 'raise-alert', gained: 1, lost: 0 }],
    rules: [{ rule: 'big/alert', before: 0, after: 1 }],
  });
  const { body } = await operations.get('/releases');
  expect(body.items.map(({ check }: any) => check.recorded.otherwise)).toEqual([1, 0]);

  // The same orders, the first three archived by now: each is decided again once, wherever it is.
  const { store } = server.app;
  const folder = join(server.dataDir, 'archive');
  const options = { store, log: silent, folder };
  expect(await new ArchiveJob(options).archiveOnce(store.clock.now() + 2 * 86_400_000)).toBe(3);
  const order = anOrder({ lines: [{ sku: 'BRK-1', quantity: 1, unitPrice: 90_000 }] });
  await connector.send('POST', '/orders', order);
  await save(10_000, 4, [{ type: 'raise-alert' }]);
  const again = await operations.send('POST', '/releases/check', {});
  expect(again.body.check.recorded).toMatchObject({ decisions: 4, otherwise: 1, cutShort: false });
  // What is damaged keeps nobody from publishing; the check says that it did not read all.
  const [name, bytes] = [...filesOf(folder)][0]!;
  bytes[bytes.length - 3]! ^= 1;
  writeFileSync(join(folder, name), bytes);
  await save(15_000, 5, [{ type: 'raise-alert' }]);
  const damaged = await operations.send('POST', '/releases/check', {});
  expect(damaged.body.check).toMatchObject({ complete: false, recorded: { decisions: 1, cutShort: true } });
}, 60_000);

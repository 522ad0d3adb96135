import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiClient, type ApiClient } from '../../support/api.ts';
import { because, press, pressed, within } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer & { dataDir: string };
let second: TestServer;
let steward: ApiClient;
beforeAll(async () => {
  server = await startServer();
  second = await startServer({ uri: server.uri, dataDir: server.dataDir });
  steward = await server.signIn('steward');
});
afterAll(async () => {
  await second.close();
  await server.close();
});

const grant = (role: string, input: object) => ({ target: `role:${role}`, input, ...because });
const elsewhere = (client: ApiClient) => apiClient(second.url, { cookie: client.cookie });

let sent = 0;
async function order(lines: object[]): Promise<string> {
  sent += 1;
  const channel = await server.key(['ingest-order']);
  const { body } = await channel.send('POST', '/orders', {
    channel: 'taobao',
    externalId: `GRANT-${sent}`,
    placedAt: '2025-12-12T00:03:11+08:00',
    lines,
  });
  return body.results[0].id;
}

describe('giving and taking a button', () => {
  test('is in force with the answer here, and in another process within a second', async () => {
    const sales = await server.signIn('sales');
    const there = elsewhere(sales);
    const id = await order([{ sku: 'BRK-1', quantity: 1 }]);
    const tag = (client: ApiClient) =>
      press(client, 'set-tag', { target: `order:${id}`, input: { tag: 'looked-at' } });
    expect((await tag(sales)).status).toBe(403);
    expect((await tag(there)).status).toBe(403);
    const { text } = await pressed(
      steward,
      'grant-button',
      grant('sales', { button: 'set-tag', allow: true }),
    );
    expect(text.zh).toBe('销售可以按「打标签」');
    expect((await tag(sales)).status).toBe(200);
    await within(1000, async () => (await tag(there)).status === 200);
    expect((await there.get('/session')).body.buttons).toContain('set-tag');

    await pressed(steward, 'grant-button', grant('sales', { button: 'set-tag', allow: false }));
    expect((await tag(sales)).status).toBe(403);
    await within(1000, async () => (await tag(there)).status === 403);
  });

  test('needs reason and voucher, and is in the audit with what it was before', async () => {
    const { target, input } = grant('planner', { button: 'hold-order', allow: true, fields: ['code'] });
    const bare = await press(steward, 'grant-button', { target, input });
    expect(bare.body.error).toMatchObject({ code: 'reason-missing' });
    await pressed(steward, 'grant-button', { target, input, ...because });
    const { items } = (await steward.get('/audit?target=role:planner')).body;
    expect(items[0]).toMatchObject({
      ...because,
      before: { button: 'hold-order', allow: false },
      after: { button: 'hold-order', allow: true, fields: ['code'] },
    });
  });

  test('is refused in words where it makes no sense', async () => {
    const refused = async (role: string, input: object): Promise<any> => {
      const { status, body } = await press(steward, 'grant-button', grant(role, input));
      expect(status, JSON.stringify(input)).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      return body.error;
    };
    expect(await refused('nobody', { button: 'set-tag', allow: true })).toMatchObject({ code: 'not-found' });
    expect(await refused('sales', { button: 'no-such', allow: true })).toMatchObject({
      path: 'input.button',
    });
    expect(await refused('sales', { button: 'set-password', allow: true })).toMatchObject({
      path: 'input.button',
    });
    expect(await refused('sales', { button: 'set-tag', allow: true, fields: ['colour'] })).toMatchObject({
      path: 'input.fields',
    });
    // Without its code a hold cannot be pressed at all.
    expect(await refused('sales', { button: 'hold-order', allow: true, fields: ['until'] })).toMatchObject({
      path: 'input.fields',
    });
    expect(
      await refused('sales', { button: 'publish-release', allow: true, when: ['own-warehouse'] }),
    ).toMatchObject({ path: 'input.when' });
  });

  test('never leaves nobody to give buttons', async () => {
    const away = grant('steward', { button: 'grant-button', allow: false });
    const { status, body } = await press(steward, 'grant-button', away);
    expect(status).toBe(409);
    expect(body.error.message.zh).toContain('没有人');
    await pressed(steward, 'grant-button', grant('manager', { button: 'grant-button', allow: true }));
    await pressed(steward, 'grant-button', away);
    const manager = await server.signIn('manager');
    await pressed(manager, 'grant-button', grant('steward', { button: 'grant-button', allow: true }));
    await pressed(steward, 'grant-button', grant('manager', { button: 'grant-button', allow: false }));
  });

  test('is only for who has it, and only they see the table', async () => {
    for (const role of ['operations', 'manager']) {
      const person = await server.signIn(role);
      expect(
        (await press(person, 'grant-button', grant(role, { button: 'refund', allow: true }))).status,
      ).toBe(403);
      expect((await person.get('/permissions')).status).toBe(403);
    }
    const { body } = await steward.get('/permissions');
    expect(body.roles).toHaveLength(10);
    expect(body.roles.find(({ role }: any) => role === 'keeper').reads).toMatchObject({ money: false });
  });

  test('an update fills in the buttons it brings and leaves what was set', async () => {
    const permissions = server.app.store.collection('permissions');
    await pressed(steward, 'grant-button', grant('finance', { button: 'set-tag', allow: true }));
    await permissions.updateOne({ _id: 'finance' } as never, {
      $unset: { 'buttons.acknowledge-alert': 1, 'reads.credit': 1 },
      $inc: { rev: 1 },
    });
    const third = await startServer({ uri: server.uri, dataDir: server.dataDir });
    try {
      const { buttons, reads } = (
        await apiClient(third.url, { cookie: (await server.signIn('finance')).cookie }).get('/session')
      ).body;
      expect(buttons).toEqual(expect.arrayContaining(['acknowledge-alert', 'set-tag']));
      expect(reads).toContain('credit');
    } finally {
      await third.close();
    }
  });
});

describe('own warehouse only', () => {
  test('counts for orders with a line there, and hides the button elsewhere', async () => {
    await pressed(
      steward,
      'grant-button',
      grant('keeper', { button: 'hold-order', allow: true, when: ['own-warehouse'] }),
    );
    const keeper = await server.signIn('keeper');
    const here = await order([
      { sku: 'A-1', quantity: 1, warehouse: 'WH05' },
      { sku: 'A-2', quantity: 1, warehouse: 'WH03' },
    ]);
    const there = await order([{ sku: 'A-1', quantity: 1, warehouse: 'WH05' }]);
    const shown = async (id: string): Promise<string[]> =>
      (await keeper.get(`/commands?target=order:${id}`)).body.items.map(({ name }: any) => name);
    expect(await shown(here)).toContain('hold-order');
    expect(await shown(there)).not.toContain('hold-order');
    const hold = (id: string) =>
      press(keeper, 'hold-order', { target: `order:${id}`, input: { code: 'other' } });
    expect((await hold(here)).status).toBe(200);
    const refused = await hold(there);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message.zh).toContain('只限本仓 WH03');
    expect((await hold('none')).status).toBe(403);
  });

  test('adds up with another role of the same person, field by field', async () => {
    await pressed(
      steward,
      'grant-button',
      grant('dispatcher', { button: 'hold-order', allow: true, fields: ['code'] }),
    );
    await pressed(steward, 'set-roles', {
      target: 'person:dispatcher',
      input: { roles: ['dispatcher', 'keeper'], warehouse: 'WH05' },
      ...because,
    });
    const both = await server.signIn('dispatcher');
    const own = await order([{ sku: 'A-1', quantity: 1, warehouse: 'WH05' }]);
    const foreign = await order([{ sku: 'A-1', quantity: 1, warehouse: 'WH03' }]);
    const hold = (id: string, more: object) =>
      press(both, 'hold-order', { target: `order:${id}`, input: { code: 'other', ...more } });
    expect((await hold(foreign, {})).status).toBe(200);
    const more = { blocks: ['ship'] };
    expect((await hold(foreign, more)).body.error).toMatchObject({
      code: 'not-your-button',
      path: 'input.blocks',
    });
    expect((await hold(own, more)).status).toBe(200);
    const { items } = (await both.get(`/commands?target=order:${foreign}`)).body;
    expect(Object.keys(items.find(({ name }: any) => name === 'hold-order').input.properties)).toEqual([
      'code',
    ]);
  });
});

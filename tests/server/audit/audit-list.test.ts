import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let manager: ApiClient;
let order: string;
const placedAt = new Date().toISOString();
let before: string;

beforeAll(async () => {
  server = await startServer();
  const key = await server.key(['ingest-order']);
  const send = async (externalId: string): Promise<string> => {
    const body = {
      channel: 'taobao',
      externalId,
      placedAt,
      lines: [{ sku: 'A', quantity: 1, unitPrice: 5000 }],
    };
    return (await key.send('POST', '/orders', body)).body.results[0].id;
  };
  order = await send('AU-1');
  await send('AU-2');
  before = new Date(server.app.store.clock.now()).toISOString();
  const operations = await server.signIn('operations');
  const target = `order:${order}`;
  const press = (name: string, body: object, n: string) =>
    operations.send('POST', `/commands/${name}`, body, { 'idempotency-key': n });
  await press('hold-order', { target, input: { code: 'awaiting-payment' } }, '1');
  await press(
    'lift-hold',
    { target, input: { code: 'awaiting-payment' }, reason: '客户已付款', voucher: 'T-20251212-1' },
    '2',
  );
  await press('lift-hold', { target, input: { code: 'recall' }, reason: '再试', voucher: 'T-2' }, '3');
  await press('set-field', { target, input: { field: 'custom.颜色', value: '红' } }, '4');
  manager = await server.signIn('manager');
}, 60_000);
afterAll(() => server.close());

const list = async (query: string) => (await manager.get(`/audit?${query}`)).body.items as any[];

describe('the audit', () => {
  test('tells an entry in business words: button, object, before and after, role, reason and voucher', async () => {
    const [lifted] = (await list('command=lift-hold')).filter(({ refused }) => !refused);
    expect(lifted).toMatchObject({
      button: { zh: '解除挂起', en: 'Lift hold' },
      object: { kind: { zh: '订单', en: 'Order' }, name: { zh: 'AU-1', en: 'AU-1' } },
      actor: 'person:operations',
      roles: [{ zh: '运营', en: 'Operations' }],
      reason: '客户已付款',
      voucher: 'T-20251212-1',
      refused: false,
      changes: [
        {
          label: { zh: '当前卡点', en: 'Holds' },
          before: { zh: '等付款', en: 'Awaiting payment' },
          after: { zh: '无', en: 'none' },
        },
      ],
    });
    const [field] = await list('command=set-field');
    expect(field.changes).toMatchObject([{ label: { zh: '颜色' }, after: { zh: '红' } }]);
    const [taken] = await list('command=ingest-order&object=AU-1');
    expect(taken.changes.map(({ label, after }: any) => [label.zh, after.zh])).toEqual([
      ['渠道', '淘宝'],
      ['订单金额', '¥50'],
      ['订单状态', '待确认'],
    ]);
  });

  test('is found by person, button, object and time, page by page', async () => {
    const operations = await list('actor=person:operations');
    expect(operations.map(({ command }) => command)).toEqual([
      'set-field',
      'lift-hold',
      'lift-hold',
      'hold-order',
      'sign-in',
    ]);
    expect(new Set((await list('by=people')).map(({ actor }) => actor))).toEqual(
      new Set(['person:operations', 'person:steward', 'person:manager']),
    );
    const about = await list('object=AU-1');
    expect(about).toHaveLength(5);
    expect(new Set(about.map(({ target }) => target))).toEqual(new Set([`order:${order}`]));
    expect(await list(`object=AU-1&to=${before}`)).toHaveLength(1);
    expect(await list(`object=AU-1&from=${before}`)).toHaveLength(4);
    const first = (await manager.get('/audit?object=AU-1&limit=3')).body;
    const second = (await manager.get(`/audit?object=AU-1&limit=3&cursor=${first.next}`)).body;
    // The sealer may come by between two answers.
    const unsealed = (items: any[]): object[] => items.map((item) => ({ ...item, sealed: null, seal: null }));
    expect(unsealed([...first.items, ...second.items])).toEqual(unsealed(about));
    expect(second.next).toBe(null);
    expect((await manager.get('/audit/people')).body.items).toContainEqual({
      actor: 'person:keeper',
      name: { zh: '孙建国', en: 'Sun Jianguo' },
    });
  });

  test('is for managers, stewards and operations only', async () => {
    const keeper = await server.signIn('keeper');
    for (const path of ['/audit', '/audit/people', '/audit/verification'])
      expect((await keeper.get(path)).status, path).toBe(403);
  });

  test('no field of it is shown by a technical name', async () => {
    const items = await list('limit=200');
    const labels = items.flatMap(({ changes }) => changes.map(({ label }: any) => label.zh));
    expect(labels.length).toBeGreaterThan(5);
    for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u);
    expect(labels).not.toContain('其他内容');
  });
});

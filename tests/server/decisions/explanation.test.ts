import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAndPublish, type ApiClient } from '../../support/api.ts';
import { startServer } from '../../support/server.ts';
import { anOrder } from '../../support/way.ts';

const secrets = ['13912345678', '欧阳锋', '长江路 88 号'];
const [phone, name, street] = secrets;
let server: Awaited<ReturnType<typeof startServer>>;
let shop: ApiClient;
let order: any;
beforeAll(async () => {
  server = await startServer();
  await loadAndPublish(server.url);
  shop = await server.key(['ingest-order', 'import-catalog'], ['orders', 'decisions', 'alerts']);
  const items = [{ id: 'SHOP-1', name: '一号维修厂', tier: 'gold', creditLimit: 100_000 }];
  await shop.send('PUT', '/catalog/shops', { items });
  await shop.send('PUT', '/catalog/skus', { items: [{ sku: 'BRK-1', name: '刹车片', goodsClass: [] }] });
  const sent = anOrder({
    channel: 'b2b',
    repairShop: 'SHOP-1',
    customer: { name, phone },
    shipTo: { province: '江苏省', city: '苏州', street, contact: name, phone },
    payment: { status: 'on_account', method: 'on_account', paid: 0 },
    lines: [{ sku: 'BRK-1', quantity: 20, unitPrice: 10_000, warehouse: 'WH01' }],
  });
  [order] = (await shop.send('POST', '/orders', sent)).body.results;
});
afterAll(() => server.close());

describe('an order over its credit limit', () => {
  test('is held, and finance and sales are told with the button that frees it', async () => {
    expect(order.holds).toEqual([{ code: 'credit-exceeded', until: null }]);
    const { body } = await (await server.signIn('finance')).get('/alerts?state=open');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      kind: 'credit-exceeded',
      subject: { kind: 'order', id: order.id },
      source: {
        flow: 'credit-control',
        path: [{ node: 'start' }, { node: 'over' }, { node: 'hold' }, { node: 'tell' }],
      },
      buttons: [{ name: 'lift-hold', target: `order:${order.id}`, input: { code: 'credit-exceeded' } }],
      state: 'raised',
    });
    expect((await (await server.signIn('keeper')).get('/alerts')).body.items).toEqual([]);
  });

  test('tells its way in order, with the decision before what it did', async () => {
    const { body } = await shop.get(`/orders/${order.id}/timeline`);
    expect(body.items.map(({ type }: any) => type)).toEqual([
      'order.received',
      'decided',
      'held',
      'alert-raised',
    ]);
    expect(body.items[1].text.zh).toContain('命中 2 条规则');
    expect(body.items[2]).toMatchObject({ actor: 'rule:1/credit-control/hold', decision: order.decision.id });
  });

  test('is explained in words: what matched, what did not, and what would have changed it', async () => {
    const { body } = await shop.get(`/decisions/${order.decision.id}/explanation`);
    const matched = body.rules.filter(({ state }: any) => state === 'matched');
    expect(matched.map(({ node }: any) => node)).toEqual(['hold', 'tell']);
    expect(matched[0].text.zh).toBe('挂起订单：信用超限');
    expect(matched[0].conditions.map(({ state }: any) => state)).toEqual(['true', 'true']);
    expect(matched[0].conditions[1].text.zh).toContain('超出信用');
    expect(matched[0].conditions[1].text.zh).toContain('¥1,000');
    const missed = body.rules.find(({ state, flip }: any) => state === 'not' && flip !== null);
    expect(missed.flip.zh).toMatch(/^如果 .+，就会命中$/);
    const [decision] = (await shop.get(`/orders/${order.id}/decisions`)).body.items;
    expect(decision).toMatchObject({
      id: order.decision.id,
      event: 'order.received',
      release: 1,
      matched: [{ flow: 'credit-control', flowName: { zh: '信用超限拦截' } }, { node: 'tell' }],
      facts: { 'order.overCredit': 100_000, 'customer.creditLimit': 100_000 },
    });
  });

  test('shows no personal data in any answer', async () => {
    const paths = [
      '/orders',
      `/orders/${order.id}`,
      `/orders/${order.id}/timeline`,
      `/orders/${order.id}/decisions`,
      `/decisions/${order.decision.id}/explanation`,
      '/alerts',
    ];
    for (const path of paths) {
      const { status, body } = await shop.get(path);
      expect(status).toBe(200);
      for (const secret of secrets)
        expect(JSON.stringify(body).includes(secret), `${secret} in ${path}`).toBe(false);
    }
    const { body } = await shop.get(`/orders/${order.id}`);
    expect(body).toMatchObject({ customer: '欧*', shipTo: { masked: '江苏省苏州****' } });
  });

  test('of an unknown id is 404', async () => {
    expect(await shop.get('/decisions/none/explanation')).toMatchObject({ status: 404 });
    expect(await shop.get('/orders/none/decisions')).toMatchObject({ status: 404 });
  });
});

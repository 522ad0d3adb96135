import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let steward: ApiClient;
beforeAll(async () => {
  server = await startServer();
  steward = await server.signIn('steward');
});
afterAll(() => server.close());

const put = (kind: string, items: unknown[]) => steward.send('PUT', `/catalog/${kind}`, { items });

describe('master data', () => {
  test('adds, changes and leaves alone by business id; what is not sent stays', async () => {
    const first = await put('skus', [
      { sku: 'BRK-1', name: '刹车片', goodsClass: ['oversized'], weight: 900 },
      { sku: 'OIL-1', name: '机油', goodsClass: ['liquid'] },
    ]);
    expect(first.body).toEqual({ added: 2, changed: 0, same: 0, rejected: [] });
    const second = await put('skus', [
      { sku: 'BRK-1', weight: 950 },
      { sku: 'OIL-1', goodsClass: ['liquid'] },
    ]);
    expect(second.body).toEqual({ added: 0, changed: 1, same: 1, rejected: [] });
    const { body } = await steward.get('/catalog/skus');
    expect(body.items).toEqual([
      { sku: 'BRK-1', name: '刹车片', goodsClass: ['oversized'], weight: 950 },
      { sku: 'OIL-1', name: '机油', goodsClass: ['liquid'] },
    ]);
  });

  test('a bad row is named with index, place and words, and stops no other', async () => {
    const answer = await put('shops', [
      { id: 'S1', tier: 'gold' },
      { id: 'S2', tier: 'platinum' },
      { id: 'S3', creditLimit: -5 },
      'S4',
      { id: 'S5', colour: 'red' },
      { id: ' S6' },
    ]);
    expect(answer.body).toMatchObject({ added: 1 });
    expect(answer.body.rejected.map(({ index, path }: any) => [index, path])).toEqual([
      [1, 'tier'],
      [2, 'creditLimit'],
      [3, ''],
      [4, ''],
      [5, 'id'],
    ]);
    expect(answer.body.rejected[0].message.zh).toContain('gold');
    expect((await steward.get('/catalog/shops')).body.items).toEqual([{ id: 'S1', tier: 'gold' }]);
  });

  test('of two rows with one id in a call the later has the last word', async () => {
    const answer = await put('warehouses', [
      { id: 'WH1', name: '甲' },
      { id: 'WH1', city: '苏州' },
      { id: 'WH1', name: '乙' },
    ]);
    expect(answer.body).toMatchObject({ added: 1, changed: 2 });
    expect((await steward.get('/catalog/warehouses')).body.items).toEqual([
      { id: 'WH1', name: '乙', city: '苏州' },
    ]);
  });

  test('a table with Chinese headers goes in as it is saved by Excel, also in GB 18030', async () => {
    const send = (body: string | Uint8Array<ArrayBuffer>) =>
      fetch(`${server.url}/api/v1/catalog/calendar`, {
        method: 'PUT',
        headers: { 'content-type': 'text/csv', cookie: steward.cookie, origin: server.url },
        body,
      });
    const answer = await send('\ufeff日期,工作日\r\n2026-02-14,是\r\n2026-02-16,否\r\nmorgen,是\r\n');
    expect(await answer.json()).toMatchObject({ added: 2, rejected: [{ index: 2, path: 'date' }] });
    // 日期,工作日 in GB 18030.
    const gbk = Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb9, 0xa4, 0xd7, 0xf7, 0xc8, 0xd5, 0x0a);
    const row = new TextEncoder().encode('2026-02-17,0\n');
    expect(await (await send(Uint8Array.from([...gbk, ...row]))).json()).toMatchObject({ added: 1 });
  });

  test('personal data of customers is sealed in the store and masked on the way out', async () => {
    const customer = {
      id: 'C-1',
      name: '王小明',
      tier: 'gold',
      identities: [{ kind: 'phone', value: '13812345678' }],
    };
    expect((await put('customers', [customer])).body.added).toBe(1);
    expect((await put('customers', [customer])).body.same).toBe(1);
    expect((await put('customers', [{ id: 'C-1', creditLimit: 500 }])).body.changed).toBe(1);
    const { body } = await steward.get('/catalog/customers');
    expect(body.items).toEqual([
      {
        id: 'C-1',
        name: '王*',
        tier: 'gold',
        creditLimit: 500,
        identities: [{ kind: 'phone', value: '138****5678' }],
      },
    ]);
    for (const { name } of await server.app.store.database().listCollections().toArray()) {
      const text = JSON.stringify(await server.app.store.collection(name).find({}).toArray());
      expect(text, name).not.toMatch(/13812345678|王小明/);
    }
  });

  test('pages by cursor and finds by the beginning of the id', async () => {
    await put(
      'lists',
      Array.from({ length: 25 }, (_, n) => ({ id: `l${n.toString().padStart(2, '0')}`, entries: [`e${n}`] })),
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await steward.get(
        `/catalog/lists?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map(({ id }: any) => id));
      cursor = body.next ?? '';
    } while (cursor !== '');
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
    const found = await steward.get('/catalog/lists?prefix=l1');
    expect(found.body.items.map(({ id }: any) => id)).toHaveLength(10);
  });

  test('kinds that come later say so', async () => {
    const lanes = await put('lanes', [{}]);
    expect(lanes.status).toBe(409);
    expect(lanes.body.error.message.zh).toContain('上线后');
    expect((await put('planets', [{}])).status).toBe(404);
  });

  test('the same Idempotency-Key answers the same and takes effect once; other content is refused', async () => {
    const call = (weight: number) =>
      steward.send(
        'PUT',
        '/catalog/skus',
        { items: [{ sku: 'IDEM-1', weight }] },
        { 'idempotency-key': 'load-1' },
      );
    expect((await call(1)).body).toMatchObject({ added: 1 });
    expect((await call(1)).body).toMatchObject({ added: 1 });
    expect((await call(2)).status).toBe(422);
  });
});

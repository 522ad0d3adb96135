import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { file, importing, newId, rowsOf, type Importing } from './support.ts';

let server: TestServer;
let operations: ApiClient;
let steward: ApiClient;
let imports: Importing;
beforeAll(async () => {
  server = await startServer();
  operations = await server.signIn('operations');
  steward = await server.signIn('steward');
  imports = importing(operations);
});
afterAll(() => server.close());

let count = 0;
const many = Array.from({ length: 1200 }, (_, n) => ({ sku: `P-${n}`, unitPrice: n }));

describe('a file', () => {
  test('is shown first, then taken in, and the same file changes nothing', async () => {
    await steward.send('PUT', '/catalog/prices', {
      items: [
        { sku: 'A', unitPrice: 100 },
        { sku: 'B', unitPrice: 200 },
      ],
    });
    const rows = rowsOf(
      { sku: 'A', unitPrice: 100 },
      { sku: 'B', unitPrice: 250 },
      { sku: 'C', unitPrice: 300 },
      { sku: 'C', unitPrice: 310, channel: 'taobao' },
      { sku: 'D', unitPrice: 'dear' },
    );
    rows.push({ line: 7, item: { sku: 'C', unitPrice: 1 }, repeats: 4 });
    const id = await imports.stage('prices', rows);
    const ready = (await operations.get(`/imports/${id}`)).body;
    expect(ready).toMatchObject({
      state: 'ready',
      counts: { added: 2, changed: 1, same: 1, rejected: 2 },
      sameAs: null,
    });
    const shown = (verdict: string) => imports.rows(id, verdict);
    expect(await shown('changed')).toMatchObject([
      { line: 3, id: 'B', before: { unitPrice: 200 }, after: { unitPrice: 250 } },
    ]);
    expect((await shown('added')).map(({ line, id }: any) => [line, id])).toEqual([
      [4, 'C'],
      [5, 'C|taobao'],
    ]);
    expect((await shown('rejected')).map(({ line, path, message }: any) => [line, path, message.zh])).toEqual(
      [
        [6, 'unitPrice', expect.stringContaining('dear')],
        [7, '', expect.stringContaining('第 4 行')],
      ],
    );
    // Nothing has taken effect yet.
    expect((await steward.get('/catalog/prices')).body.items).toHaveLength(2);

    expect((await imports.apply(id, {})).body.error.code).toBe('reason-missing');
    expect((await imports.apply(id)).status).toBe(200);
    expect(await imports.ended(id)).toMatchObject({
      state: 'applied',
      done: 6,
      outcome: { added: 2, changed: 1, same: 1, rejected: 2 },
    });
    expect((await steward.get('/catalog/prices')).body.items).toEqual([
      { sku: 'A', unitPrice: 100 },
      { sku: 'B', unitPrice: 250 },
      { sku: 'C', unitPrice: 300 },
      { sku: 'C', channel: 'taobao', unitPrice: 310 },
    ]);
    expect((await shown('rejected')).map(({ line }: any) => line)).toEqual([6, 7]);
    expect((await imports.apply(id)).body.error.message.zh).toContain('已经导入过');

    const again = await imports.stage('prices', rows);
    expect((await operations.get(`/imports/${again}`)).body).toMatchObject({
      counts: { added: 0, changed: 0, same: 4, rejected: 2 },
      sameAs: { id },
    });
    // The press of each part stands in the audit with the person, the reason and the voucher of the import.
    const { body: audit } = await steward.get('/audit?command=import-catalog&by=people');
    const entry = audit.items.find(({ actor }: any) => actor === 'person:operations');
    expect(entry).toMatchObject({
      reason: '新表',
      voucher: 'P-7',
    });
  });

  test('of many parts goes in to the end, and a part sent again is not counted twice', async () => {
    const rows = rowsOf(...many);
    const id = await imports.stage('prices', rows);
    const first = { kind: 'prices', file, total: 1200, rows: rows.slice(0, 500) };
    const repeated = await operations.send('PUT', `/imports/${id}/parts/0`, first);
    expect(repeated.body).toMatchObject({ staged: 1200, state: 'ready' });
    await imports.apply(id);
    expect(await imports.ended(id)).toMatchObject({
      state: 'applied',
      done: 1200,
      outcome: { added: 1200 },
    });
    expect(await server.app.store.collection('prices').countDocuments({ _id: /^P-/ } as never)).toBe(1200);
  });

  test('rows out of order, too many rows and somebody else are refused in words', async () => {
    const id = newId();
    const body = { kind: 'prices', file, total: 2, rows: rowsOf({ sku: 'A', unitPrice: 1 }) };
    expect((await operations.send('PUT', `/imports/${id}/parts/1`, body)).body.error.code).toBe('refused');
    await operations.send('PUT', `/imports/${id}/parts/0`, body);
    expect((await steward.send('PUT', `/imports/${id}/parts/1`, body)).body.error.code).toBe('not-found');
    const tooMany = { ...body, rows: rowsOf(...many.slice(0, 2)) };
    expect((await operations.send('PUT', `/imports/${id}/parts/1`, tooMany)).body.error.code).toBe('refused');
    expect((await imports.apply(id)).body.error.message.zh).toContain('还没有全部读完');
    const keeper = await server.signIn('keeper');
    expect((await keeper.send('PUT', `/imports/${newId()}/parts/0`, body)).status).toBe(403);
    const sales = await server.signIn('sales');
    expect((await sales.get(`/imports/${id}/rows?verdict=added`)).status).toBe(403);
  });

  test('stopped before it began it can be chosen again; nothing was taken in', async () => {
    const id = await imports.stage('prices', rowsOf({ sku: 'Z', unitPrice: 1 }));
    const stop = { input: { import: id } };
    await operations.send('POST', '/commands/cancel-import', stop, { 'idempotency-key': id });
    expect((await imports.ended(id)).state).toBe('cancelled');
    expect((await imports.apply(id)).body.error.message.zh).toContain('重新选择');
    expect((await steward.get('/catalog/prices?prefix=Z')).body.items).toEqual([]);
  });

  test('names of customers wait sealed', async () => {
    const id = await imports.stage('customers', rowsOf({ id: 'C-9', name: '欧阳娜娜' }));
    const parts = await server.app.store.collection('importParts').find({ import: id }).toArray();
    expect(JSON.stringify(parts)).not.toContain('欧阳娜娜');
    const added = (await operations.get(`/imports/${id}/rows?verdict=added`)).body.items;
    expect(added).toMatchObject([{ line: 2, after: { name: '欧*' } }]);
    await imports.apply(id);
    expect(await imports.ended(id)).toMatchObject({ state: 'applied', outcome: { added: 1 } });
  });
});

describe('closing Excel import', () => {
  test('is for the steward, for good, audited, and said by everything that took files', async () => {
    const id = await imports.stage('prices', rowsOf({ sku: 'LATE', unitPrice: 1 }));
    const press = (who: ApiClient) =>
      who.send(
        'POST',
        '/commands/close-excel-import',
        { target: 'company:company', reason: '改由 ERP 对接', voucher: 'IT-3' },
        { 'idempotency-key': `close-${++count}` },
      );
    expect((await press(operations)).status).toBe(403);
    expect((await press(steward)).status).toBe(200);
    expect((await press(steward)).body.error.message.zh).toContain('已由');
    const body = { kind: 'prices', file, total: 1, rows: rowsOf({ sku: 'A', unitPrice: 1 }) };
    for (const refused of [
      await operations.send('PUT', `/imports/${newId()}/parts/0`, body),
      await imports.apply(id),
      await fetchCsv(),
    ]) {
      expect(refused.status).toBe(409);
      expect(refused.body.error.message.zh).toContain('Excel 和 CSV 导入已由');
    }
    expect((await operations.get('/imports')).body.closed.by.id).toBe('person:steward');
    // What systems send is no file.
    expect(
      (await steward.send('PUT', '/catalog/prices', { items: [{ sku: 'A', unitPrice: 9 }] })).status,
    ).toBe(200);
    const { body: audit } = await steward.get('/audit?command=close-excel-import&by=people');
    const closing = audit.items.find(({ reason, refused }: any) => reason === '改由 ERP 对接' && !refused);
    expect(closing).toMatchObject({
      voucher: 'IT-3',
      actor: 'person:steward',
      changes: [{ label: { zh: 'Excel 导入' }, before: { zh: '开放' }, after: { zh: '已关闭' } }],
    });
  });
});

async function fetchCsv(): Promise<{ status: number; body: any }> {
  const response = await fetch(`${server.url}/api/v1/catalog/calendar`, {
    method: 'PUT',
    headers: { 'content-type': 'text/csv', cookie: steward.cookie, origin: server.url },
    body: '日期,工作日\n2026-02-14,是\n',
  });
  return { status: response.status, body: await response.json() };
}

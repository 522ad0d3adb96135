import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';
import { stockWorld, type StockWorld } from '../stock/support.ts';
import { importing, rowsOf, type Importing } from './support.ts';

let server: TestServer;
let world: StockWorld;
let imports: Importing;
beforeAll(async () => {
  server = await startServer();
  world = await stockWorld(server);
  imports = importing(world.keeper);
});
afterAll(() => server.close());

const count = (warehouse: string, sku: string, quantity: unknown) => ({ warehouse, sku, quantity });

describe('a stock list', () => {
  test('brings first stock in and adjusts the rest by what was counted; again it changes nothing', async () => {
    await world.receive('WH1|CNT-A', 10);
    await world.receive('WH1|CNT-B', 4);
    const items = [
      count('WH1', 'CNT-A', 7),
      count('WH1', 'CNT-B', 4),
      count('WH2', 'CNT-A', 30),
      count('WH2', 'CNT-B', 0),
      count('WH2', 'CNT-C', -1),
      count('', 'CNT-C', 2),
    ];
    const id = await imports.stage('stock', rowsOf(...items));
    expect((await imports.read(id)).counts).toEqual({ added: 1, changed: 1, same: 2, rejected: 2 });
    expect(await imports.rows(id, 'changed')).toMatchObject([
      { line: 2, id: 'WH1|CNT-A', before: { quantity: 10 }, after: { quantity: 7 } },
    ]);
    expect((await world.balance('WH1|CNT-A')).onHand).toBe(10);

    await imports.apply(id, { reason: '年末盘点', voucher: 'CNT-2026' });
    expect(await imports.ended(id)).toMatchObject({
      state: 'applied',
      outcome: { added: 1, changed: 1, same: 2, rejected: 2 },
    });
    expect(await world.balance('WH1|CNT-A')).toMatchObject({ onHand: 7, open: 7 });
    expect((await world.balance('WH2|CNT-A')).onHand).toBe(30);
    expect(await world.balance('WH2|CNT-B')).toBeUndefined();
    const [first] = await world.ledger('WH2|CNT-A');
    expect(first).toMatchObject({
      kind: 'receipt',
      actor: 'person:keeper',
      reason: '年末盘点',
      voucher: 'CNT-2026',
    });
    const [adjusted] = await world.ledger('WH1|CNT-A');
    expect(adjusted).toMatchObject({ kind: 'adjust', changes: { onHand: -3 }, voucher: 'CNT-2026' });

    const again = await imports.stage('stock', rowsOf(...items));
    expect(await imports.read(again)).toMatchObject({
      counts: { added: 0, changed: 0, same: 4, rejected: 2 },
      sameAs: { id },
    });
  });

  test('leaves alone what has moved since it was looked at, and what is locked', async () => {
    await world.receive('WH1|MOV-A', 5);
    await world.receive('WH1|MOV-B', 5);
    const order = await world.order([{ sku: 'MOV-B', quantity: 4, warehouse: 'WH1' }]);
    await world.lock(order);
    const id = await imports.stage('stock', rowsOf(count('WH1', 'MOV-A', 8), count('WH1', 'MOV-B', 3)));
    expect(await imports.rows(id, 'rejected')).toMatchObject([
      { line: 3, path: 'quantity', message: { zh: expect.stringContaining('4 件已锁') } },
    ]);
    await world.receive('WH1|MOV-A', 1);
    await imports.apply(id);
    expect(await imports.ended(id)).toMatchObject({
      outcome: { added: 0, changed: 0, same: 0, rejected: 2 },
    });
    expect((await imports.rows(id, 'rejected'))[0]).toMatchObject({
      line: 2,
      message: { zh: expect.stringContaining('当时 5 件，现在 6 件') },
    });
    expect((await world.balance('WH1|MOV-A')).onHand).toBe(6);
  });

  test('interrupted in the middle it goes on without a row taking effect twice', async () => {
    const items = Array.from({ length: 150 }, (_, n) => count('WH3', `INT-${n}`, n + 1));
    const id = await imports.stage('stock', rowsOf(...items));
    await imports.apply(id);
    await imports.ended(id);
    // As if the process had died before it could note the part: the part waits again, with everything pressed.
    const store = server.app.store;
    const part = { _id: `${id}|0000` };
    const rows = items.map((item, at) => ({
      line: at + 2,
      item,
      planned: { verdict: 'added', id: `WH3|${item.sku}`, before: null, after: item },
    }));
    await store.collection('importParts').updateOne(part as never, { $set: { rows, rejected: null } });
    await store.collection('imports').updateOne({ _id: id } as never, {
      $set: {
        state: 'applying',
        done: 0,
        doneParts: 0,
        outcome: { added: 0, changed: 0, same: 0, rejected: 0 },
      },
    });
    expect(await imports.ended(id)).toMatchObject({ state: 'applied', outcome: { added: 150, rejected: 0 } });
    const sum = (await store.collection('stock').find({ warehouse: 'WH3' }).toArray()) as any[];
    expect(sum.reduce((all, { onHand }) => all + onHand, 0)).toBe((150 * 151) / 2);
  });

  test('is for who may receive and adjust', async () => {
    const rows = [{ line: 2, item: count('WH1', 'X', 1) }];
    const body = { kind: 'stock', file: { name: 'x.csv', bytes: 1 }, total: 1, rows };
    expect((await world.operations.send('PUT', '/imports/not-yours-1/parts/0', body)).status).toBe(403);
  });
});

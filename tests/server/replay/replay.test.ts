import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrderResult } from '../../../rules-library/contract/orders.ts';
import { assembleOrders, type AssembledOrRejected } from '../../../server/replay/assemble.ts';
import { columnOf, fieldOfHeader } from '../../../server/replay/columns.ts';
import { customField, proposeMapping } from '../../../server/replay/mapping.ts';
import { detectEncoding, readCsv } from '../../../server/replay/read-rows.ts';
import { replay } from '../../../server/replay/replay.ts';
import { parseCell } from '../../../server/replay/values.ts';

const zone = 'Asia/Shanghai';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function collect(path: string, channel?: string): Promise<AssembledOrRejected[]> {
  let headers: string[] = [];
  for await (const row of readCsv(path)) {
    headers = Object.keys(row.cells);
    break;
  }
  const { mapping, unknown, missing } = proposeMapping(headers, {}, channel !== undefined);
  expect(missing).toEqual([]);
  for (const header of unknown) mapping[header] = customField(header);
  const found: AssembledOrRejected[] = [];
  for await (const item of assembleOrders(readCsv(path), { mapping, zone, channel })) found.push(item);
  return found;
}

const chinese =
  '渠道,订单号,下单时间,客户姓名,手机号,商品编码,数量,单价(元),省份,城市,付款状态,加急,颜色\n' +
  '淘宝,TB1,2025-12-12 00:03:11,王丽,13800000000,BRK-1,2,"¥1,299.50",江苏省,苏州,已付款,是,红\n' +
  '淘宝,TB1,2025-12-12 00:03:11,王丽,13800000000,OIL-1,1,128,江苏省,苏州,已付款,是,红\n' +
  '京东,JD1,2025/12/12 9:05,李强,13900000000,BAT-1,1,598.00,浙江省,杭州,货到付款,否,\n';

describe("reading people's own files", () => {
  test('understands Chinese headers, joins the lines of an order, keeps other columns as custom items', async () => {
    const found = await collect(file('zh.csv', chinese));
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual({
      assembled: {
        lines: [2, 3],
        order: {
          channel: 'taobao',
          externalId: 'TB1',
          placedAt: '2025-12-11T16:03:11.000Z',
          customer: { name: '王丽', phone: '13800000000' },
          shipTo: { province: '江苏省', city: '苏州' },
          payment: { status: 'paid' },
          rush: true,
          custom: { 颜色: '红' },
          lines: [
            { lineId: '1', sku: 'BRK-1', quantity: 2, unitPrice: 129_950 },
            { lineId: '2', sku: 'OIL-1', quantity: 1, unitPrice: 12_800 },
          ],
        },
      },
    });
  });

  test('reads the same from a GB18030 file, from tabs and with a byte order mark', async () => {
    const plain = await collect(file('a.csv', chinese));
    const gb = file('gb.csv', iconv.encode(chinese, 'gb18030'));
    expect(await detectEncoding(gb)).toBe('gb18030');
    expect(await collect(gb)).toEqual(plain);
    expect(await collect(file('bom.csv', `\uFEFF${chinese}`))).toEqual(plain);
    const tabbed = chinese.replace('"¥1,299.50"', '1299.50').replaceAll(',', '\t');
    expect(await collect(file('tab.csv', tabbed))).toEqual(plain);
  });

  test('understands English headers; the channel may come from outside', async () => {
    const [first] = await collect(
      file('en.csv', 'Order No,Order Date,SKU,Qty,Unit Price\nA-1,2025-12-12T00:03:11+08:00,P1,3,9.9\n'),
      'b2b',
    );
    expect(first).toMatchObject({
      assembled: {
        order: {
          channel: 'b2b',
          externalId: 'A-1',
          placedAt: '2025-12-11T16:03:11.000Z',
          lines: [{ unitPrice: 990 }],
        },
      },
    });
  });

  test('reports a bad row with line, column and reason, and takes no half order', async () => {
    const found = await collect(file('bad.csv', chinese.replace('OIL-1,1,', 'OIL-1,一个,')));
    expect(found[0]).toMatchObject({
      rejected: [
        { line: 2, column: null },
        { line: 3, column: '数量' },
      ],
    });
    expect(found[1]).toHaveProperty('assembled');
  });

  test('counts lines as people do when a cell holds a line break', async () => {
    const path = file(
      'wide.csv',
      '订单号,下单时间,商品,数量,备注\nA,2025-12-12,P,1,"两\n行"\nB,2025-12-12,P,错,\n',
    );
    const found = await collect(path, 'csv');
    expect(found[1]).toMatchObject({ rejected: [{ line: 4, column: '数量' }] });
  });

  test('names what an order cannot do without, and asks about a second column for one field', () => {
    expect(proposeMapping(['订单号', '数量'], {}, false).missing).toEqual([
      'channel',
      'placedAt',
      'line.sku',
    ]);
    const { mapping, unknown } = proposeMapping(['电话', '手机', '渠道'], {}, false);
    expect(mapping).toMatchObject({ 电话: 'customer.phone' });
    expect(unknown).toEqual(['手机']);
    expect(proposeMapping(['颜色'], { 颜色: null }, true).mapping).toEqual({ 颜色: null });
  });

  test.each([
    ['订单 编号', 'externalId'],
    ['Ship To.City', undefined],
    ['shipTo.city', 'shipTo.city'],
    ['QTY', 'line.quantity'],
    ['车架号', 'vehicle.vin'],
    ['constructor', undefined],
  ])('header %s', (header, field) => expect(fieldOfHeader(header)).toBe(field));

  test.each([
    ['line.unitPrice', '¥1,299.5', 129_950],
    ['line.unitPrice', '-3.20', -320],
    ['line.unitPrice', '12元', 1200],
    ['placedAt', '2025年12月12日', '2025-12-11T16:00:00.000Z'],
    ['rush', '否', false],
    ['customer.tier', '金级', 'gold'],
    ['line.quantity', '1,000', 1000],
  ])('%s of %s', (field, cell, value) => expect(parseCell(columnOf(field)!, cell, zone)).toEqual({ value }));

  test.each([
    ['line.unitPrice', '1.999'],
    ['line.unitPrice', '一百'],
    ['placedAt', '昨天'],
    ['placedAt', '2025-13-45'],
    ['rush', '也许'],
    ['customer.tier', '钻石'],
  ])('%s refuses %s in both languages', (field, cell) => {
    const parsed = parseCell(columnOf(field)!, cell, zone);
    expect('reason' in parsed && parsed.reason.zh.includes(cell) && parsed.reason.en.includes(cell)).toBe(
      true,
    );
  });
});

describe('replaying', () => {
  const result = (index: number, more: Partial<OrderResult>): OrderResult => ({
    index,
    status: 'accepted',
    ...more,
  });

  test('accounts for every row: accepted, repeated, rejected on either side of the door', async () => {
    async function* items(): AsyncGenerator<AssembledOrRejected> {
      yield { assembled: { lines: [2, 3], order: { n: 1 } } };
      yield { rejected: [{ line: 4, column: '数量', reason: { zh: '错', en: 'wrong' } }] };
      yield { assembled: { lines: [5], order: { n: 2 } } };
      yield { assembled: { lines: [6], order: { n: 3 } } };
    }
    const summary = await replay(
      items(),
      async (orders) => {
        expect(orders).toHaveLength(3);
        return [
          result(0, {
            alerts: ['a'],
            holds: [{ code: 'no-stock', until: null }],
            decision: { id: 'd', release: 1, events: [{ type: 'hold-order', params: {} }] },
          }),
          result(1, { status: 'repeated', differs: true }),
          result(2, {
            status: 'rejected',
            error: { code: 'bad-input', message: { zh: '缺商品', en: 'no part' }, path: 'lines' },
          }),
        ];
      },
      () => {},
    );
    expect(summary).toMatchObject({ rows: 5, accepted: 1, repeated: 1, differing: 1, held: 1, alerts: 1 });
    expect(summary.rejected.map(({ line }) => line)).toEqual([4, 6]);
    expect([...summary.effects]).toEqual([['hold-order', 1]]);
  });
});

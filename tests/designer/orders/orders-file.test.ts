import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { columnIds } from '../../../designer/orders/columns.ts';
import { ordersFile } from '../../../designer/orders/orders-file.ts';
import { rowOf } from '../support.ts';

const read = (file: string): string[][] => parse(file, { bom: true });

describe('the file of what is seen', () => {
  it('holds the chosen columns under their names, in words and yuan', () => {
    const row = rowOf({
      isRush: true,
      tags: ['大额'],
      holds: [{ code: 'no-stock', since: '2026-03-01T02:00:00.000Z', until: null, by: 'system' }],
    });
    expect(read(ordersFile([row], ['number', 'holds', 'tags', 'total', 'receivedAt'], 'zh'))).toEqual([
      ['订单号', '当前卡点', '标记', '金额', '收到'],
      ['TB-1', '缺货', '加急、大额', '2360.00', '2026-03-01 10:00:00'],
    ]);
    expect(read(ordersFile([row], ['state', 'channel'], 'en'))[1]).toEqual(['Received', 'Taobao']);
  });

  it('is read back by a spreadsheet with as many cells as it has columns, whatever the texts hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 3 }), (customer, tags) => {
        const lines = read(ordersFile([rowOf({ customer, tags })], columnIds, 'zh'));
        expect(lines.map((line) => line.length)).toEqual([columnIds.length, columnIds.length]);
      }),
    );
  });

  it('gives a spreadsheet no formula to run', () => {
    const [, line] = read(
      ordersFile(
        [rowOf({ externalId: '=HYPERLINK("x")', customer: '+86', total: -500 })],
        ['number', 'customer', 'total'],
        'zh',
      ),
    );
    expect(line).toEqual([`'=HYPERLINK("x")`, `'+86`, '-5.00']);
  });
});

import { describe, expect, test } from 'vitest';
import { importKindOf, importKinds } from '../../../rules-library/tables/import-kinds.ts';
import { mapRows, missingFields, proposeColumns } from '../../../rules-library/tables/map-columns.ts';

const prices = importKindOf('prices')!;

describe('columns of a file', () => {
  test('are known by Chinese and English headers; a second one for a field and unknown ones are left out', () => {
    const mapping = proposeColumns(prices, ['商品编码', 'SKU', '备注', '单价（元）', ' Channel ']);
    expect(mapping.map((column) => column?.field ?? null)).toEqual([
      'sku',
      null,
      null,
      'unitPrice',
      'channel',
    ]);
    expect(missingFields(prices, mapping)).toEqual([]);
    expect(missingFields(prices, proposeColumns(prices, ['货号', '品名']))).toEqual(['unitPrice']);
  });

  test('rows become items; money by its unit, choices by their words, repeats with the first line', () => {
    const mapping = proposeColumns(prices, ['sku', '单价', '渠道']);
    const row = (line: number, ...cells: string[]) => ({ line, cells });
    const rows = [
      row(2, 'A', '59.9', '淘宝'),
      row(3, ' A ', '60', ''),
      row(5, 'A', '58', 'taobao'),
      row(6, 'B', 'dear'),
    ];
    expect(mapRows(prices, mapping, rows)).toEqual([
      { line: 2, item: { sku: 'A', unitPrice: 5990, channel: 'taobao' } },
      { line: 3, item: { sku: 'A', unitPrice: 6000 } },
      { line: 5, item: { sku: 'A', unitPrice: 5800, channel: 'taobao' }, repeats: 2 },
      { line: 6, item: { sku: 'B', unitPrice: 'dear' } },
    ]);
  });

  test('every kind has columns for the fields it needs and for what tells its rows apart', () => {
    for (const { columns, needed, identity } of importKinds) {
      const fields = columns.map(({ field }) => field);
      for (const field of [...needed, ...identity]) expect(fields).toContain(field);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { catalogKinds } from '../../../rules-library/schema/catalog.ts';
import { tableColumns } from '../../../rules-library/tables/table-columns.ts';
import { parseCsv } from '../../../server/catalog/parse-csv.ts';
import { RequestError } from '../../../server/http/request-error.ts';

const refusal = (kind: 'skus' | 'shops', text: string): RequestError => {
  try {
    parseCsv(kind, text);
  } catch (error) {
    if (error instanceof RequestError) return error;
  }
  throw new Error('was not refused');
};

describe('catalogue tables', () => {
  test('Chinese headers with units, lists in a cell, yes and no, quoted cells', () => {
    const text = [
      '商品编号,名称,货物类别,重量(克),易碎,冷链',
      'OIL-1,"机油 5W-30,4 升",液体;危险品,3600,否,no',
      'GLS-2,前挡玻璃,,12000,是,',
    ].join('\r\n');
    expect(parseCsv('skus', text)).toEqual([
      {
        sku: 'OIL-1',
        name: '机油 5W-30,4 升',
        goodsClass: ['液体', '危险品'],
        weight: 3600,
        isFragile: false,
        coldChain: false,
      },
      { sku: 'GLS-2', name: '前挡玻璃', weight: 12000, isFragile: true },
    ]);
  });

  test('money: the field name means fen, a Chinese header yuan', () => {
    expect(parseCsv('shops', 'id,creditLimit\nS1,5000')[0]).toEqual({ id: 'S1', creditLimit: 5000 });
    expect(parseCsv('shops', '编号,信用额度(元)\nS1,50.5')[0]).toEqual({ id: 'S1', creditLimit: 5050 });
  });

  test('a cell that does not fit stays text, so that its row is rejected and no other', () => {
    expect(parseCsv('skus', 'sku,weight\nA,heavy\nB,5')).toEqual([
      { sku: 'A', weight: 'heavy' },
      { sku: 'B', weight: 5 },
    ]);
  });

  test.each([
    ['sku,colour\nA,red', 'colour'],
    ['sku,name', '没有数据'],
    ['', '没有数据'],
    ['sku,name\n"A,b', '读不懂'],
  ])('%j is refused in words', (text, word) => {
    expect(refusal('skus', text).text.zh).toContain(word);
  });

  test('every column fills a field the items know', () => {
    for (const [kind, columns] of Object.entries(tableColumns)) {
      const fields = Object.keys(catalogKinds[kind as keyof typeof catalogKinds].item.shape);
      for (const { field } of columns) expect(fields).toContain(field);
    }
  });
});

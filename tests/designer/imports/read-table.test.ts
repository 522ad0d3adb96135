import { describe, expect, test } from 'vitest';
import { readTable } from '../../../designer/imports/reading/read-table.ts';
import { TableError } from '../../../designer/imports/reading/table.ts';
import { workbookOf, xlsxOf, zipOf } from '../../support/xlsx.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const problemOf = async (file: Uint8Array<ArrayBuffer>): Promise<string> => {
  try {
    await readTable(new Uint8Array(file));
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
  return 'none';
};

describe('a file that is imported', () => {
  test('a workbook: text, numbers as they are shown, empty rows left out, lines as people count', async () => {
    const book = xlsxOf([
      ['商品编号', '单价(元)', '易碎'],
      ['BRK-2041', 590.1, true],
      [null, null, null],
      [20_410_001, 0.1 + 0.2, false],
    ]);
    expect(await readTable(new Uint8Array(book))).toEqual({
      headers: ['商品编号', '单价(元)', '易碎'],
      rows: [
        { line: 2, cells: ['BRK-2041', '590.1', 'true'] },
        { line: 4, cells: ['20410001', '0.3', 'false'] },
      ],
    });
  });

  test('a table of commas, tabs or semicolons, with quoted line breaks, in UTF-8 or GB 18030', async () => {
    const table = await readTable(bytes('\ufeff编号,名称\r\nA,"前 "\r\nB,"两\n行"\r\n\r\nC,x\r\n'));
    expect(table.headers).toEqual(['编号', '名称']);
    expect(table.rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'A'],
      [3, 'B'],
      [5, 'C'],
    ]);
    expect((await readTable(bytes('a;b\n1;2'))).rows[0]!.cells).toEqual(['1', '2']);
    // 日期,x in GB 18030.
    const gb = Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0x78, 0x0a, 0x31, 0x2c, 0x32);
    expect((await readTable(gb)).headers).toEqual(['日期', 'x']);
  });

  test.each([
    ['nothing in it', bytes(''), 'empty'],
    ['headers only', bytes('a,b\n'), 'empty'],
    ['an empty workbook', xlsxOf([]), 'empty'],
    ['Excel before 2007', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'old-excel'],
    ['an archive cut short', xlsxOf([['a'], ['b']]).subarray(0, 200), 'broken'],
    ['an archive that is no workbook', zipOf({ 'a.xml': '<a/>' }), 'broken'],
    ['a row far down', workbookOf('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'), 'broken'],
    [
      'a row below the last',
      workbookOf('<row r="100002"><c r="A100002"><v>1</v></c></row>'),
      'too-many-rows',
    ],
    ['a column far out', workbookOf("<row r='1'><c r = 'XFD1'><v>1</v></c></row>"), 'too-wide'],
    ['an address in disguise', workbookOf('<row r="&#50;000000000"><c r="A1"><v>1</v></c></row>'), 'broken'],
    ['a table too wide', bytes(`${'a,'.repeat(300)}\n1`), 'too-wide'],
    ['too many rows', bytes(`a\n${'1\n'.repeat(100_001)}`), 'too-many-rows'],
  ])('%s is refused', async (_name, file, problem) => {
    expect(await problemOf(new Uint8Array(file))).toBe(problem);
  });

  test('a bomb is refused while it unpacks, whatever it says of its size', async () => {
    const bomb = zipOf({ 'xl/worksheets/sheet1.xml': Buffer.alloc(220 * 1024 * 1024, 32) });
    expect(bomb.byteLength).toBeLessThan(1024 * 1024);
    // The directory lies: 100 bytes.
    const at = bomb.lastIndexOf('PK\u0001\u0002');
    bomb.writeUInt32LE(100, at + 24);
    expect(await problemOf(bomb)).toBe('unpacks-too-large');
  });
});

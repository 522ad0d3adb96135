import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { chosenAt, stepped } from '../../../designer/table/model/block-of-cells.ts';
import { readBlock, writeBlock } from '../../../designer/table/model/clipboard.ts';
import { insertRows, moveRows, removeColumn, removeRows } from '../../../designer/table/model/edit-table.ts';
import { actionOf } from '../../../designer/table/model/keys.ts';
import { clear, paste } from '../../../designer/table/model/paste.ts';
import { columnsOf, type Table } from '../../../designer/table/model/table.ts';
import { suggestionsFor, withSuggestion } from '../../../designer/table/grid/suggestions.ts';

const table: Table = {
  hitPolicy: 'FIRST',
  inputs: [
    { id: 'tier', fact: 'customer.tier' },
    { id: 'total', fact: 'order.total' },
  ],
  outputs: [{ id: 'discount', label: { zh: '折扣', en: 'Discount' }, type: 'percent' }],
  rows: [
    { id: 'row-1', when: { tier: 'gold' }, then: { discount: 10 } },
    { id: 'row-2', when: {}, then: { discount: 5 } },
  ],
};
const columns = columnsOf(
  table,
  (id) => vocabulary.facts.get(id),
  () => undefined,
);
const heads = ['客户等级', '订单金额', '折扣'];
const at = (row: number, column: number) => chosenAt(row, column);
const ids = ({ rows }: Table) => rows.map(({ id }) => id);
const key = (name: string, more: object = {}) =>
  actionOf({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('a block pasted from a spreadsheet', () => {
  it('fills cells, adds rows, and leaves the row that names the columns out', () => {
    const text = '客户等级\t订单金额\t折扣\r\n银级、铜级\t"1,000–5,000"\t8%\r\n\t≥ 1万\t3\r\n无等级\t\t0\r\n';
    const done = paste(table, columns, at(1, 0), readBlock(text), heads);
    expect(done).toMatchObject({ read: 9, unread: [], rowsAdded: 2, skippedHead: true, columnsLeft: 0 });
    expect(done.table.rows.slice(1)).toEqual([
      {
        id: 'row-2',
        when: { tier: ['silver', 'bronze'], total: { operator: 'between', value: [100_000, 500_000] } },
        then: { discount: 8 },
      },
      {
        id: 'row-3',
        when: { total: { operator: 'greaterThanInclusive', value: 1_000_000 } },
        then: { discount: 3 },
      },
      { id: 'row-4', when: { tier: 'none' }, then: { discount: 0 } },
    ]);
  });

  it('tells each cell it could not read, with why, and takes in the others', () => {
    const done = paste(table, columns, at(0, 0), readBlock('铂金\tabc\t12%\textra'), heads);
    expect(done.read).toBe(1);
    expect(done.columnsLeft).toBe(1);
    expect(done.unread.map(({ row, column, why }) => [row, column, why.zh.slice(0, 5)])).toEqual([
      [0, 0, '没有「铂金'],
      [0, 1, '「abc」'],
    ]);
    expect(done.table.rows[0]).toEqual({ id: 'row-1', when: { tier: 'gold' }, then: { discount: 12 } });
  });

  it('of one text fills all that is chosen', () => {
    const all = { anchor: { row: 0, column: 0 }, cursor: { row: 1, column: 0 } };
    const done = paste(table, columns, all, readBlock('铜级'), heads);
    expect(done.table.rows.map(({ when }) => when.tier)).toEqual(['bronze', 'bronze']);
  });

  it('into the last line says what results are otherwise', () => {
    const done = paste(table, columns, at(2, 2), readBlock('1%'), heads);
    expect(done.table.outputs[0]!.otherwise).toBe(1);
    expect(done.rowsAdded).toBe(0);
  });

  it('never makes a table of more than 1,000 rows', () => {
    const done = paste(table, columns, at(1, 2), readBlock(Array(1200).fill('1').join('\n')), heads);
    expect(done.table.rows).toHaveLength(1000);
    expect(done.rowsLeft).toBe(201);
  });

  it('comes out as it went in', () => {
    const block = [
      ['a', 'two\nlines', 'tab\there'],
      ['"said"', '', 'x'],
    ];
    expect(readBlock(writeBlock(block))).toEqual(block);
    expect(readBlock('"苏州、园区"\t1')).toEqual([['"苏州、园区"', '1']]);
  });
});

describe('rows and columns', () => {
  it('new rows get ids nobody has, moved ones keep theirs', () => {
    const more = insertRows(removeRows(insertRows(table, 0), 1, 1), 0);
    expect(new Set(ids(more)).size).toBe(3);
    const three = insertRows(table, 2);
    expect(ids(moveRows(three, 0, 1, 3))).toEqual(['row-2', 'row-3', 'row-1']);
    expect(ids(moveRows(three, 1, 2, 0))).toEqual(['row-2', 'row-3', 'row-1']);
    expect(moveRows(three, 1, 1, 2)).toBe(three);
  });

  it('a table keeps a row, a condition and a result', () => {
    expect(removeRows(table, 0, 2).rows).toHaveLength(1);
    expect(removeColumn(table, columns[2]!)).toBe(table);
    const narrow = removeColumn(table, columns[0]!);
    expect(narrow.rows[0]!.when).toEqual({});
    expect(removeColumn(narrow, columns[1]!)).toBe(narrow);
  });

  it('emptying a block leaves what is beside it', () => {
    const emptied = clear(table, columns, { top: 0, bottom: 1, left: 0, right: 1 });
    expect(emptied.rows.map(({ when, then }) => [when, then.discount])).toEqual([
      [{}, 10],
      [{}, 5],
    ]);
  });
});

describe('keys of the grid', () => {
  it('are those of a spreadsheet', () => {
    expect(key('ArrowDown')).toEqual({ do: 'move', rows: 1, columns: 0, stretch: false });
    expect(key('ArrowRight', { shiftKey: true })).toMatchObject({ columns: 1, stretch: true });
    expect(key('Enter')).toEqual({ do: 'edit' });
    expect(key('Tab', { shiftKey: true })).toEqual({ do: 'step', by: -1 });
    expect(key('Delete')).toEqual({ do: 'clear' });
    expect(key('a', { ctrlKey: true })).toEqual({ do: 'all' });
    expect(key('c', { ctrlKey: true })).toBeUndefined();
    expect(key('ArrowUp', { altKey: true })).toEqual({ do: 'move-rows', by: -1 });
    expect(key('Escape')).toBeUndefined();
    expect(key('5')).toEqual({ do: 'edit', typed: '5' });
  });

  it('Tab goes through the cells and leaves at the end', () => {
    const size = { rows: 3, columns: 3 };
    expect(stepped(at(0, 2), 1, size)!.cursor).toEqual({ row: 1, column: 0 });
    expect(stepped(at(2, 2), 1, size)).toBeUndefined();
    expect(stepped(at(0, 0), -1, size)).toBeUndefined();
  });
});

describe('names offered in a cell', () => {
  it('fit the word being typed, and are put to the others or taken out', () => {
    const [tier, , discount] = columns;
    const labels = (text: string) => suggestionsFor(tier!, text, 'zh').map(({ label }) => label);
    expect(labels('')).toEqual(['金级', '银级', '铜级', '无等级']);
    expect(labels('金级、银')).toEqual(['银级']);
    expect(withSuggestion(tier!, '金级、银', '银级', 'zh')).toBe('金级、银级');
    expect(withSuggestion(tier!, '金级、银级', '金级', 'zh')).toBe('银级');
    expect(suggestionsFor(discount!, '', 'zh')).toEqual([]);
  });
});

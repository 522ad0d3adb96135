import { parse } from 'csv-parse/sync';
import type { CatalogKind } from '../../rules-library/schema/catalog.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { badInput } from '../http/request-error.ts';
import { readCell } from '../../rules-library/tables/read-cell.ts';
import {
  columnOf,
  tableColumns,
  type TableColumn,
  type TableKind,
} from '../../rules-library/tables/table-columns.ts';

/**
 * The rows of a table as catalogue items, in order, for the same checks as items sent as JSON. Cells that do not fit their
 * column stay text, so that the row is rejected with its place. Throws 400 for a table without rows or with unknown columns.
 */
export function parseCsv(kind: CatalogKind, text: string): Record<string, unknown>[] {
  if (kind === 'tables') throw badInput(wholeSheets, 'kind');
  const [header, ...rows] = readTable(text);
  if (header === undefined || rows.length === 0) {
    throw badInput({
      zh: '表格里没有数据。第一行应为列名，其后每行一条。',
      en: 'The table holds no rows. The first line names the columns, each further line is one item.',
    });
  }
  const columns = header.map((title) => findColumn(kind, title));
  return rows.map((cells) => {
    const item: Record<string, unknown> = {};
    for (const [index, { field, type }] of columns.entries()) {
      const cell = (cells[index] ?? '').trim();
      if (cell !== '') item[field] = readCell(cell, type);
    }
    return item;
  });
}

const wholeSheets: Text = {
  zh: '按名称保存的表要整张给，请用 JSON：列、行键和每列的值。',
  en: 'A table kept by name is given whole, as JSON: its columns, and rows with a key and values.',
};

function readTable(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 200_000,
    });
  } catch (error) {
    const line = /line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw badInput({
      zh: `表格读不懂${line === undefined ? '' : `，问题在第 ${line} 行附近`}。请检查引号和逗号。`,
      en: `The table cannot be read${line === undefined ? '' : ` near line ${line}`}. Check quotes and commas.`,
    });
  }
}

function findColumn(kind: TableKind, title: string): TableColumn {
  const found = columnOf(tableColumns[kind], title);
  if (found !== undefined) return found;
  const known = [...new Set(tableColumns[kind].map(({ field }) => field))].join(', ');
  throw badInput(
    {
      zh: `不认识列名「${title.slice(0, 60)}」。可用的列：${known}。`,
      en: `Unknown column "${title.slice(0, 60)}". Columns here: ${known}.`,
    },
    title.slice(0, 60),
  );
}

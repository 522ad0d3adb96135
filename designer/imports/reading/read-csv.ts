import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { limits, TableError, type Table } from './table.ts';

/** A table as spreadsheets save it: commas, tabs or semicolons, UTF-8 or GB 18030. Its first line names the columns. */
export function readCsv(bytes: Uint8Array): Table {
  const records = parseRecords(decode(bytes));
  const [header, ...rows] = records;
  if (header === undefined || rows.length === 0) throw new TableError('empty');
  if (rows.length > limits.rows) throw new TableError('too-many-rows');
  if (header.record.length > limits.columns) throw new TableError('too-wide');
  let previous = header.info.lines;
  return {
    headers: header.record.map((name) => name.trim()),
    rows: rows.flatMap(({ record, info }) => {
      const line = previous + 1;
      previous = info.lines;
      return record.every((cell) => cell.trim() === '') ? [] : [{ line, cells: record }];
    }),
  };
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function parseRecords(text: string): CsvRecord[] {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', '\t', ';'],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 200_000,
      // One more than may come, so that too many are seen.
      to: limits.rows + 2,
    }) as unknown as CsvRecord[];
  } catch (error) {
    const line = error instanceof CsvError ? Number((error as { lines?: number }).lines) : Number.NaN;
    throw new TableError('broken', Number.isInteger(line) ? line : undefined);
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

import { readSheet } from 'read-excel-file/universal';
import { checkWorkbook } from './check-workbook.ts';
import { limits, TableError, type Table } from './table.ts';

/** The first sheet of a workbook; its first row that holds anything names the columns. Formulas count by the result they were saved with. */
export async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<Table> {
  await checkWorkbook(bytes);
  const sheet = await readFirstSheet(bytes);
  const rows = sheet
    .map((cells, at) => ({ line: at + 1, cells: (cells as readonly unknown[]).map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...others] = rows;
  if (header === undefined || others.length === 0) throw new TableError('empty');
  if (others.length > limits.rows) throw new TableError('too-many-rows');
  return { headers: header.cells, rows: others };
}

async function readFirstSheet(bytes: Uint8Array<ArrayBuffer>): Promise<readonly unknown[][]> {
  try {
    return await readSheet(new Blob([bytes]));
  } catch {
    throw new TableError('broken');
  }
}

/** A cell as people see it: dates as days, whole numbers without a point. */
function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? value.trim() : '';
}

/** As a spreadsheet shows it: 15 digits hold, what binary fractions add behind them does not. */
function numberText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isSafeInteger(rounded) ? rounded.toFixed(0) : String(rounded);
}

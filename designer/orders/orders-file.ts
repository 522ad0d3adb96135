import type { OrderRow } from '../../rules-library/contract/orders.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { say } from '../i18n/use-texts.ts';
import { columnText, type ColumnId } from './columns.ts';
import { ordersTexts } from './orders.texts.ts';

/** A cell as spreadsheets read it; what would be taken for a formula is kept as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows and columns that are seen, as CSV with a heading; the mark at its start tells spreadsheets that it is UTF-8. */
export function ordersFile(
  rows: readonly OrderRow[],
  columns: readonly ColumnId[],
  language: Language,
): string {
  const lines = [
    columns.map((column) => cell(say(language, ordersTexts, column))),
    ...rows.map((row) => columns.map((column) => cell(columnText(row, column, language)))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

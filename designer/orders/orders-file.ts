import type { OrderRow } from '../../rules-library/contract/orders.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { csvText } from '../design/csv.ts';
import { say } from '../i18n/use-texts.ts';
import { columnText, type ColumnId } from './columns.ts';
import { ordersTexts } from './orders.texts.ts';

/** The rows and columns that are seen, as CSV with a heading. */
export function ordersFile(
  rows: readonly OrderRow[],
  columns: readonly ColumnId[],
  language: Language,
): string {
  return csvText([
    columns.map((column) => say(language, ordersTexts, column)),
    ...rows.map((row) => columns.map((column) => columnText(row, column, language))),
  ]);
}

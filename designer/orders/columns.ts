import type { OrderRow } from '../../rules-library/contract/orders.ts';
import type { Language } from '../../rules-library/schema/text.ts';
import { channels, holdCodes, orderStates } from '../../rules-library/choices/index.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { exactTime } from '../design/format-time.ts';
import { say } from '../i18n/use-texts.ts';
import { ordersTexts } from './orders.texts.ts';

/** The columns of the order list, in their order. */
export const columnIds = [
  'number',
  'customer',
  'state',
  'holds',
  'tags',
  'channel',
  'quantity',
  'total',
  'placedAt',
  'receivedAt',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** Without its number a row names nothing. */
export const fixedColumn: ColumnId = 'number';

/** Shown until somebody chooses others. */
export const firstColumns: readonly ColumnId[] = columnIds.filter((id) => id !== 'placedAt');

/** What a column says of an order, as plain text for a file. Money is yuan with two digits. */
export function columnText(row: OrderRow, column: ColumnId, language: Language): string {
  switch (column) {
    case 'number':
      return row.externalId;
    case 'customer':
      return row.customer ?? '';
    case 'state':
      return choiceLabel(orderStates, row.state)[language];
    case 'holds':
      return row.holds
        .map(({ code }) => choiceLabel(holdCodes, code)[language])
        .join(language === 'zh' ? '、' : ', ');
    case 'tags':
      return [...(row.isRush ? [say(language, ordersTexts, 'rush')] : []), ...row.tags].join(
        language === 'zh' ? '、' : ', ',
      );
    case 'channel':
      return choiceLabel(channels, row.channel)[language];
    case 'quantity':
      return String(row.quantity);
    case 'total':
      return row.total === null ? '' : (row.total / 100).toFixed(2);
    case 'placedAt':
      return exactTime(Date.parse(row.placedAt));
    case 'receivedAt':
      return exactTime(Date.parse(row.receivedAt));
  }
}

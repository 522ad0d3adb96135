import { Link, useNavigate } from 'react-router';
import type { OrderRow } from '../../rules-library/contract/orders.ts';
import { countText } from '../design/format-number.ts';
import { Chip } from '../design/parts/chip.tsx';
import { ChannelChip, HoldChip, RushChip, StateChip } from '../design/parts/chips.tsx';
import { Money } from '../design/parts/money.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { columnIds, type ColumnId } from './columns.ts';
import { ordersTexts } from './orders.texts.ts';

export interface OrderTableProps {
  rows: readonly OrderRow[];
  columns: readonly ColumnId[];
  to: (id: string) => string;
  cursor: string | undefined;
}

const numbers: ReadonlySet<ColumnId> = new Set(['quantity', 'total']);

/** The whole list, one row per order. */
export function OrderTable({ rows, columns, to, cursor }: OrderTableProps) {
  const t = useTexts(ordersTexts);
  const navigate = useNavigate();
  const shown = columnIds.filter((column) => columns.includes(column));
  return (
    <div className="order-table-box" role="region" aria-label={t('list')} tabIndex={0}>
      <table className="table order-table" aria-label={t('list')}>
        <thead>
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" className={numbers.has(column) ? 'number' : ''}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              data-order={row.id}
              className={row.id === cursor ? 'order-cursor' : ''}
              // The link in the first cell is the keyboard's way; the row is a larger target for the pointer.
              onClick={(event) => {
                if (!(event.target instanceof Element) || event.target.closest('a') === null)
                  void navigate(to(row.id));
              }}
            >
              {shown.map((column) => (
                <td key={column} className={numbers.has(column) ? 'number' : ''}>
                  <Cell row={row} column={column} to={to} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, column, to }: { row: OrderRow; column: ColumnId; to: (id: string) => string }) {
  switch (column) {
    case 'number':
      return (
        <Link className="order-number" to={to(row.id)}>
          {row.externalId}
        </Link>
      );
    case 'customer':
      return <span className="order-customer">{row.customer ?? '—'}</span>;
    case 'state':
      return <StateChip state={row.state} />;
    case 'holds':
      return (
        <span className="order-chips">
          {row.holds.map((hold) => (
            <HoldChip key={`${hold.code}|${hold.since}`} hold={hold} />
          ))}
        </span>
      );
    case 'tags':
      return (
        <span className="order-chips">
          {row.isRush ? <RushChip /> : null}
          {row.tags.map((tag) => (
            <Chip key={tag} tone="primary">
              {tag}
            </Chip>
          ))}
        </span>
      );
    case 'channel':
      return <ChannelChip channel={row.channel} />;
    case 'quantity':
      return countText(row.quantity);
    case 'total':
      return <Money fen={row.total} />;
    case 'placedAt':
      return <TimeText at={row.placedAt} />;
    case 'receivedAt':
      return <TimeText at={row.receivedAt} />;
  }
}

import { Link } from 'react-router';
import type { OrderRow } from '../../rules-library/contract/orders.ts';
import { Chip } from '../design/parts/chip.tsx';
import { ChannelChip, HoldChip, RushChip, StateChip } from '../design/parts/chips.tsx';
import { Money } from '../design/parts/money.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { ordersTexts } from './orders.texts.ts';

export interface OrderCardsProps {
  rows: readonly OrderRow[];
  /** Address of an order, with the filter kept. */
  to: (id: string) => string;
  /** The order that is open beside. */
  open: string | undefined;
  /** Under the keyboard's cursor. */
  cursor: string | undefined;
}

/** The list beside an order, and on a phone. */
export function OrderCards({ rows, to, open, cursor }: OrderCardsProps) {
  const t = useTexts(ordersTexts);
  return (
    <ul className="order-cards" aria-label={t('list')}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            to={to(row.id)}
            className={`order-card ${row.id === open ? 'order-open' : ''} ${row.id === cursor ? 'order-cursor' : ''}`}
            aria-current={row.id === open ? 'true' : undefined}
            data-order={row.id}
          >
            <span className="order-card-line">
              <strong className="order-number">{row.externalId}</strong>
              {row.isRush ? <RushChip /> : <ChannelChip channel={row.channel} />}
            </span>
            <span className="order-card-line">
              <span className="order-customer">
                {[row.customer, t('pieces', { count: row.quantity })]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
              <Money fen={row.total} />
            </span>
            <span className="order-card-line">
              <span className="order-chips">
                {row.holds.length === 0 ? <StateChip state={row.state} /> : null}
                {row.holds.map((hold) => (
                  <HoldChip key={`${hold.code}|${hold.since}`} hold={hold} />
                ))}
                {row.tags.slice(0, 2).map((tag) => (
                  <Chip key={tag} tone="primary">
                    {tag}
                  </Chip>
                ))}
              </span>
              <span className="order-time">
                <TimeText at={row.receivedAt} />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { InboxOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { OrderRow } from '../../rules-library/contract/orders.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Card } from '../design/parts/card.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { ChannelChip, HoldChip, RushChip, StateChip } from '../design/parts/chips.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { useLive } from '../live/live-store.ts';
import { readOrders } from '../orders/read-orders.ts';
import { homeTexts } from './home.texts.ts';
import { streamRows } from './stream-rows.ts';
import { useHome } from './use-home.ts';
import { useSlowed } from './use-slowed.ts';

const most = { held: 6, all: 16 };
const redrawMs = 700;

/** Orders as they come in, held ones first. Stands still under the pointer, so that a row can be hit. */
export function OrderStream() {
  const t = useTexts(homeTexts);
  const held = useQuery({
    queryKey: [...queryKeys.orders, 'stream', 'held'],
    queryFn: ({ signal }) => readOrders({ held: true }, { limit: most.held }, signal),
  });
  const latest = useQuery({
    queryKey: [...queryKeys.orders, 'stream', 'latest'],
    queryFn: ({ signal }) => readOrders({}, { limit: most.all }, signal),
  });
  const heldToday = useHome().data?.today.held;
  const live = useLive((store) => store.orders);
  const [still, setStill] = useState(false);
  const { rows } = useSlowed(
    useMemo(
      () => streamRows([held.data?.items ?? [], latest.data?.items ?? [], live], most),
      [held.data, latest.data, live],
    ),
    redrawMs,
    still,
  );
  const moreHeld = (heldToday ?? 0) - rows.filter(({ holds }) => holds.length > 0).length;
  return (
    <Card title={t('stream')} aside={still && rows.length > 0 ? t('streamStill') : t('streamNote')}>
      {rows.length > 0 ? (
        <>
          <ul
            className="stream"
            onPointerEnter={() => setStill(true)}
            onPointerLeave={() => setStill(false)}
            onFocus={() => setStill(true)}
            onBlur={() => setStill(false)}
          >
            {rows.map((row) => (
              <StreamRow key={row.id} row={row} />
            ))}
          </ul>
          <p className="stream-more">
            {moreHeld > 0 ? <Link to="/orders?held=yes">{t('moreHeld', { count: moreHeld })}</Link> : null}
            <Link to="/orders">{t('allOrders')}</Link>
          </p>
        </>
      ) : latest.isError ? (
        <ErrorState error={latest.error} onRetry={() => void latest.refetch()} />
      ) : latest.isPending ? (
        <Skeleton rows={8} height={24} />
      ) : (
        <EmptyState icon={<InboxOutlined />} title={t('streamEmpty')} help={t('streamEmptyHelp')} />
      )}
    </Card>
  );
}

function StreamRow({ row }: { row: OrderRow }) {
  return (
    <li>
      <Link className="stream-row" to={`/orders/${encodeURIComponent(row.id)}`} data-order={row.id}>
        <span className="stream-number">{row.externalId}</span>
        <span className="stream-chips">
          {row.holds.map((hold) => (
            <HoldChip key={`${hold.code}|${hold.since}`} hold={hold} />
          ))}
          {row.isRush ? <RushChip /> : null}
          {row.holds.length === 0 ? <StateChip state={row.state} /> : null}
          {row.tags.map((tag) => (
            <Chip key={tag} tone="primary">
              {tag}
            </Chip>
          ))}
          <ChannelChip channel={row.channel} />
        </span>
        <span className="stream-time">
          <TimeText at={row.receivedAt} as="clock" />
        </span>
      </Link>
    </li>
  );
}

import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useLocation, useParams } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { Page } from '../app/page.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { ChannelChip, RushChip, StateChip } from '../design/parts/chips.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useNarrow } from '../design/use-narrow.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { OrderAbout } from './order-about.tsx';
import { OrderAnswers } from './order-answers.tsx';
import { OrderButtons } from './order-buttons.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderWay } from './order-way.tsx';
import { OrderWhy } from './order-why.tsx';
import './order.css';
import { orderTexts } from './order.texts.ts';
import { useOrder } from './use-order.ts';

/** One order: what it waits for, how it came here, why, and what can be pressed. */
export function OrderPage() {
  const { id = '' } = useParams();
  const t = useTexts(orderTexts);
  const text = useText();
  const alone = useNarrow(1100);
  const { search } = useLocation();
  const order = useOrder(id);
  const back = (
    <Link to={`/orders${search}`}>
      <Button icon={<ArrowLeftOutlined />}>{t('back')}</Button>
    </Link>
  );
  if (order.data === undefined) {
    const missing = order.error instanceof ApiError && order.error.status === 404;
    return (
      <Page title={missing ? t('missing') : numberOf(id)} actions={alone ? back : null}>
        {missing && order.error instanceof ApiError ? (
          <EmptyState title={text(order.error.text)} action={back} />
        ) : order.isError ? (
          <ErrorState error={order.error} onRetry={() => void order.refetch()} wayRound={back} />
        ) : (
          <Skeleton rows={4} height={120} />
        )}
      </Page>
    );
  }
  const { externalId, isRush, channel, state, tags } = order.data;
  return (
    <Page
      title={externalId}
      live={alone}
      className="order-page"
      note={
        <span className="order-marks">
          {isRush ? <RushChip /> : null}
          <StateChip state={state} />
          <ChannelChip channel={channel} />
          {tags.map((tag) => (
            <Chip key={tag} tone="primary">
              {tag}
            </Chip>
          ))}
        </span>
      }
      actions={
        <>
          {alone ? back : null}
          <OrderButtons order={order.data} />
        </>
      }
    >
      <OrderAnswers order={order.data} />
      <OrderWay order={order.data} />
      <OrderLines order={order.data} />
      <OrderWhy order={order.data} />
      <div className="order-columns">
        <OrderHistory id={id} />
        <OrderAbout order={order.data} />
      </div>
    </Page>
  );
}

/** The part of an order's id that people know, while the order is on its way. */
function numberOf(id: string): string {
  return id.includes('~') ? id.slice(id.indexOf('~') + 1) : id;
}

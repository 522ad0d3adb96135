import { Popover } from 'antd';
import { useMemo } from 'react';
import type { OrderView, TimelineEntry } from '../../rules-library/contract/orders.ts';
import { Card } from '../design/parts/card.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { textOf } from '../i18n/text-of.ts';
import { EntryDetails } from './entry-details.tsx';
import { orderTexts } from './order.texts.ts';
import { useDecisions, useTimeline } from './use-order.ts';
import { holdText, wayOf, type Station, type WayTexts } from './way.ts';

const wayTexts: WayTexts = {
  received: textOf(orderTexts, 'wayReceived'),
  decided: (decision) =>
    decision === undefined
      ? textOf(orderTexts, 'wayDecidedPlain')
      : textOf(orderTexts, 'wayDecided', { release: decision.release }),
  held(hold) {
    const what = holdText(hold);
    return {
      zh: textOf(orderTexts, 'wayHeld', { what: what.zh }).zh,
      en: textOf(orderTexts, 'wayHeld', { what: what.en }).en,
    };
  },
};

/** The way of the order as a picture: past solid, present marked, what comes next faint. Each station opens what happened. */
export function OrderWay({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const timeline = useTimeline(order.id);
  const decisions = useDecisions(order.id);
  const stations = useMemo(
    () => wayOf(order, timeline.data?.items ?? [], decisions.data?.items ?? [], wayTexts),
    [order, timeline.data, decisions.data],
  );
  return (
    <Card title={t('way')}>
      {timeline.isError ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : timeline.isPending ? (
        <Skeleton rows={1} height={86} />
      ) : (
        <ol className="way" tabIndex={0} aria-label={t('way')}>
          {stations.map((station) => (
            <WayStation key={station.key} station={station} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function WayStation({ station }: { station: Station }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const { when, tone, label, at, entries } = station;
  const face = (
    <>
      <span className="way-dot" aria-hidden />
      <span className="way-words">
        <span className="way-label">{text(label)}</span>
        <span className="way-time">
          {at === null ? when === 'now' ? t('wayNow') : t('wayAhead') : <TimeText at={at} as="near" />}
        </span>
      </span>
    </>
  );
  return (
    <li className={`way-station way-${when} tone-${tone}`} aria-current={when === 'now' ? 'step' : undefined}>
      {entries.length === 0 ? (
        <span className="way-face">{face}</span>
      ) : (
        <Popover trigger="click" placement="bottom" content={<Entries entries={entries} />}>
          <button type="button" className="way-face">
            {face}
          </button>
        </Popover>
      )}
    </li>
  );
}

function Entries({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ul className="way-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <EntryDetails entry={entry} />
        </li>
      ))}
    </ul>
  );
}

import { Link } from 'react-router';
import type { Home } from '../../rules-library/contract/home.ts';
import { countText, decimalText } from '../design/format-number.ts';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { Sparkline } from '../design/parts/sparkline.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Figure } from './figure.tsx';
import { homeTexts } from './home.texts.ts';
import { useHome } from './use-home.ts';

/** Today in figures; only what is measured is shown. */
export function Figures() {
  const t = useTexts(homeTexts);
  const home = useHome();
  if (home.data === undefined) {
    return (
      <div className="figures">
        {home.isError ? (
          <section className="card figures-all">
            <ErrorState error={home.error} onRetry={() => void home.refetch()} />
          </section>
        ) : (
          Array.from({ length: 4 }, (_, index) => (
            <section key={index} className="card figure">
              <Skeleton rows={2} height={40} />
            </section>
          ))
        )}
      </div>
    );
  }
  return (
    <div className="figures" role="group" aria-label={t('figures')}>
      <OrdersToday today={home.data.today} />
      <Held held={home.data.today.held} />
      <Announced announceMs={home.data.announceMs} />
      <InForce release={home.data.release} />
    </div>
  );
}

function OrdersToday({ today: { orders, perMinute, perSecond } }: Pick<Home, 'today'>) {
  const t = useTexts(homeTexts);
  return (
    <Figure title={t('todayOrders')} value={<span data-figure="orders">{countText(orders)}</span>}>
      {perMinute.some((count) => count > 0) ? (
        <Sparkline
          values={perMinute}
          label={t('perMinuteChart', { most: countText(Math.max(...perMinute)) })}
        />
      ) : null}
      <p className="figure-note">
        {perSecond > 0 ? t('perSecond', { rate: decimalText(perSecond) }) : t('quiet')}
      </p>
    </Figure>
  );
}

function Held({ held }: { held: number }) {
  const t = useTexts(homeTexts);
  return (
    <Figure
      title={t('held')}
      tone={held > 0 ? 'hold' : undefined}
      value={<span data-figure="held">{countText(held)}</span>}
    >
      <p className="figure-note">
        {held === 0 ? t('heldNone') : <Link to="/orders?held=yes">{t('heldSee')}</Link>}
      </p>
    </Figure>
  );
}

function Announced({ announceMs }: Pick<Home, 'announceMs'>) {
  const t = useTexts(homeTexts);
  if (announceMs === null) {
    return (
      <Figure title={t('announce')} value={<span className="figure-none">{t('announceNone')}</span>}>
        <p className="figure-note">{t('announceNoneHelp')}</p>
      </Figure>
    );
  }
  return (
    <Figure title={t('announce')} value={t('announceMs', { ms: countText(announceMs.p50) })}>
      <p className="figure-note">{t('announceHalf')}</p>
      <p className="figure-note">{t('announceMost', { ms: countText(announceMs.p99) })}</p>
    </Figure>
  );
}

function InForce({ release }: Pick<Home, 'release'>) {
  const t = useTexts(homeTexts);
  if (release === null) {
    return (
      <Figure title={t('release')} value={<span className="figure-none">{t('releaseNone')}</span>}>
        <p className="figure-note">{t('releaseNoneHelp')}</p>
      </Figure>
    );
  }
  return (
    <Figure title={t('release')} value={t('releaseNumber', { number: release.number })}>
      <p className="figure-note">
        {t('releaseSince')} <TimeText at={release.at} />
      </p>
      <p className="figure-note">
        <Link to="/rules">{t('releaseSee')}</Link>
      </p>
    </Figure>
  );
}

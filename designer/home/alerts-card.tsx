import { CheckCircleOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useSession } from '../app/session.ts';
import { AlertCard } from '../design/parts/alert-card.tsx';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { openAlerts, waits } from '../live/alert-book.ts';
import { useLive } from '../live/live-store.ts';
import { AnsweredAlerts } from './answered-alerts.tsx';
import { homeTexts } from './home.texts.ts';
import { StormNote } from './storm-note.tsx';

const step = 12;

/** Alerts that wait for somebody, most urgent first; or those that were answered. */
export function AlertsCard() {
  const t = useTexts(homeTexts);
  const { buttons } = useSession();
  const book = useLive((live) => live.alerts);
  const read = useLive((live) => live.alertsRead);
  const failed = useLive((live) => live.alertsError);
  const open = useMemo(() => openAlerts(book), [book]);
  const [most, setMost] = useState(step);
  const [which, setWhich] = useState<'waiting' | 'answered'>('waiting');
  const waiting = open.filter(waits).length;
  const more = open.length - most;
  return (
    <Card
      title={t('alerts')}
      note={waiting === 0 ? undefined : t('alertsNote', { count: waiting })}
      aside={
        <Segmented
          size="small"
          aria-label={t('alertsWhich')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'waiting' as const, label: t('alertsWaiting') },
            { value: 'answered' as const, label: t('alertsAnswered') },
          ]}
        />
      }
    >
      {which === 'waiting' ? <StormNote /> : null}
      {which === 'answered' ? (
        <AnsweredAlerts mayPress={buttons} />
      ) : failed !== null && open.length === 0 ? (
        <ErrorState error={failed} />
      ) : !read && open.length === 0 ? (
        <Skeleton rows={3} height={92} />
      ) : open.length === 0 ? (
        <EmptyState icon={<CheckCircleOutlined />} title={t('noAlerts')} help={t('noAlertsHelp')} />
      ) : (
        <div className="home-alerts" aria-live="polite" aria-relevant="additions">
          {open.slice(0, most).map((alert) => (
            <AlertCard key={alert.id} alert={alert} mayPress={buttons} />
          ))}
          {more > 0 ? (
            <Button block onClick={() => setMost(most + step * 2)}>
              {t('moreAlerts', { count: Math.min(more, step * 2) })}
            </Button>
          ) : null}
        </div>
      )}
    </Card>
  );
}

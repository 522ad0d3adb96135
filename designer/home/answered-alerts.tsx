import { CheckCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../api/query-keys.ts';
import { readAnsweredAlerts } from '../api/read-answered-alerts.ts';
import { AlertCard } from '../design/parts/alert-card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { homeTexts } from './home.texts.ts';

/** Alerts that a button answered: by whom, when and with what. */
export function AnsweredAlerts({ mayPress }: { mayPress: readonly string[] }) {
  const t = useTexts(homeTexts);
  const answered = useQuery({
    queryKey: [...queryKeys.alerts, 'answered'],
    queryFn: ({ signal }) => readAnsweredAlerts(signal),
  });
  if (answered.isError) return <ErrorState error={answered.error} onRetry={() => void answered.refetch()} />;
  if (answered.data === undefined) return <Skeleton rows={3} height={92} />;
  if (answered.data.length === 0)
    return <EmptyState icon={<CheckCircleOutlined />} title={t('noAnswered')} help={t('noAnsweredHelp')} />;
  return (
    <div className="home-alerts">
      {answered.data.map((alert) => (
        <AlertCard key={alert.id} alert={alert} mayPress={mayPress} />
      ))}
    </div>
  );
}

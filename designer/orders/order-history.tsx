import { Link } from 'react-router';
import { useSession } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { EntryDetails } from './entry-details.tsx';
import { orderTexts } from './order.texts.ts';
import { useTimeline } from './use-order.ts';

/** Whoever may read the audit. */
const readers = new Set(['manager', 'steward', 'operations']);

/** Everything that happened, the newest first. */
export function OrderHistory({ id }: { id: string }) {
  const t = useTexts(orderTexts);
  const timeline = useTimeline(id);
  const mayRead = useSession().person.roles.some((role) => readers.has(role));
  return (
    <Card
      title={t('history')}
      aside={
        mayRead ? <Link to={`/audit?object=${encodeURIComponent(`order:${id}`)}`}>{t('audit')}</Link> : null
      }
    >
      {timeline.data !== undefined && timeline.data.items.length > 0 ? (
        <ol className="history">
          {timeline.data.items.toReversed().map((entry) => (
            <li key={entry.id}>
              <EntryDetails entry={entry} />
            </li>
          ))}
        </ol>
      ) : timeline.isError ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : timeline.isPending ? (
        <Skeleton rows={3} height={40} />
      ) : (
        <EmptyState title={t('historyEmpty')} />
      )}
    </Card>
  );
}

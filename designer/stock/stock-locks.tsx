import { Card } from '../design/parts/card.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { LockTable } from './lock-table.tsx';
import { stockTexts } from './stock.texts.ts';
import { useLocksOf } from './use-stock.ts';

/** What a balance is locked for now, the order behind each lock. */
export function StockLocks({ stock }: { stock: string }) {
  const t = useTexts(stockTexts);
  const locks = useLocksOf(stock);
  return (
    <Card
      title={t('lockedFor')}
      note={locks.data === undefined ? undefined : t('locksHere', { count: locks.data.length })}
    >
      {locks.data === undefined ? (
        locks.isError ? (
          <ErrorState error={locks.error} onRetry={() => void locks.refetch()} />
        ) : (
          <Skeleton rows={2} height={32} />
        )
      ) : locks.data.length === 0 ? (
        <p className="faint">{t('noLocks')}</p>
      ) : (
        <LockTable locks={locks.data} />
      )}
    </Card>
  );
}

import { Button } from 'antd';
import { Link } from 'react-router';
import type { BalanceView, LedgerLineView } from '../../rules-library/contract/stock.ts';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { changeWords, unitsOf } from './change-words.ts';
import { levelOf } from './levels.ts';
import { StockPlot } from './stock-plot.tsx';
import { stockTexts } from './stock.texts.ts';
import { ledgerPerPage, useLedger } from './use-stock.ts';

/** Everything that moved a balance, the newest first: what, who, why, with which voucher. */
export function StockLedger({ balance }: { balance: BalanceView }) {
  const t = useTexts(stockTexts);
  const ledger = useLedger(balance.key);
  const lines = ledger.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title={t('history')}>
      {lines.length > 0 ? (
        <>
          <StockPlot now={levelOf(balance)} lines={lines} />
          <ol className="ledger">
            {lines.map((line) => (
              <Line key={line.seq} line={line} />
            ))}
          </ol>
          {ledger.hasNextPage ? (
            <Button loading={ledger.isFetchingNextPage} onClick={() => void ledger.fetchNextPage()}>
              {t('more', { count: ledgerPerPage })}
            </Button>
          ) : null}
        </>
      ) : ledger.isError ? (
        <ErrorState error={ledger.error} onRetry={() => void ledger.refetch()} />
      ) : ledger.isPending ? (
        <Skeleton rows={4} height={36} />
      ) : (
        <p className="faint">{t('historyEmpty')}</p>
      )}
    </Card>
  );
}

function Line({ line }: { line: LedgerLineView }) {
  const t = useTexts(stockTexts);
  const text = useText();
  const units = unitsOf(line.changes);
  const why = [
    line.reason === null ? null : t('because', { reason: line.reason }),
    line.voucher === null ? null : t('voucher', { voucher: line.voucher }),
  ].filter((part) => part !== null);
  return (
    <li data-ledger={line.seq}>
      <span className="ledger-time faint">
        <TimeText at={line.at} />
      </span>
      <span className="ledger-what">
        <Chip>{text(line.label)}</Chip>
        <span>{text(changeWords(line.changes))}</span>
        {line.order === null ? null : (
          <Link to={`/orders/${encodeURIComponent(line.order)}`}>
            {t('forOrder', { order: line.orderNumber ?? line.order })}
          </Link>
        )}
        <span className="faint">{whoOf(line, text, t)}</span>
      </span>
      <strong className={`number ${units > 0 ? 'ledger-up' : units < 0 ? 'ledger-down' : 'faint'}`}>
        {units === 0 ? '' : `${units > 0 ? '+' : '−'}${countText(Math.abs(units))}`}
      </strong>
      {why.length === 0 ? null : <span className="ledger-why soft">{why.join(' · ')}</span>}
    </li>
  );
}

function whoOf(
  { actor, actorName }: LedgerLineView,
  text: ReturnType<typeof useText>,
  t: (key: 'byRule' | 'bySystem') => string,
): string {
  if (actorName !== null) return text(actorName);
  return actor.startsWith('rule:') ? t('byRule') : t('bySystem');
}

import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ExplanationView, OrderView } from '../../rules-library/contract/orders.ts';
import { exactTime } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { ExplainedRule } from './explained-rule.tsx';
import { orderTexts } from './order.texts.ts';
import { toldRules } from './told-rules.ts';
import { useDecisions, useExplanation } from './use-order.ts';

/** Why it was decided so: the rules that matched, that nearly matched and that lacked data, in sentences. */
export function OrderWhy({ order }: { order: OrderView }) {
  const t = useTexts(orderTexts);
  const decisions = useDecisions(order.id);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const items = (decisions.data?.items ?? []).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const decision = items.find(({ id }) => id === chosen) ?? items[0];
  const explanation = useExplanation(decision?.id);
  return (
    <Card
      title={t('why')}
      className="why"
      note={
        decision === undefined
          ? undefined
          : t('whyNote', { release: decision.release, at: exactTime(Date.parse(decision.at)) })
      }
      aside={
        items.length < 2 ? undefined : (
          <Select
            size="small"
            aria-label={t('chooseDecision')}
            value={decision?.id ?? null}
            onChange={(id: string) => setChosen(id)}
            popupMatchSelectWidth={false}
            options={items.map(({ id, at }) => ({ value: id, label: exactTime(Date.parse(at)) }))}
          />
        )
      }
    >
      {decisions.isError ? (
        <ErrorState error={decisions.error} onRetry={() => void decisions.refetch()} />
      ) : explanation.isError ? (
        <ErrorState error={explanation.error} onRetry={() => void explanation.refetch()} />
      ) : decisions.isPending ? (
        <Skeleton rows={2} height={24} />
      ) : decision === undefined ? (
        <EmptyState title={t('whyEmpty')} help={t('whyEmptyHelp')} />
      ) : explanation.data === undefined ? (
        <Skeleton rows={2} height={24} />
      ) : (
        <Rules rules={explanation.data.rules} decision={decision.id} />
      )}
    </Card>
  );
}

/** The telling ones; the rest on request. */
function Rules({ rules, decision }: { rules: ExplanationView['rules']; decision: string }) {
  const t = useTexts(orderTexts);
  const [all, setAll] = useState(false);
  const { telling, rest } = useMemo(() => toldRules(rules), [rules]);
  if (rules.length === 0) return <p className="soft">{t('whyNone')}</p>;
  return (
    <>
      {telling.length === 0 ? <p className="soft why-quiet">{t('whyQuiet')}</p> : null}
      <ul className="why-rules">
        {[...telling, ...(all ? rest : [])].map((rule) => (
          <ExplainedRule key={rule.key} rule={rule} decision={decision} />
        ))}
      </ul>
      {rest.length === 0 || all ? null : (
        <button type="button" className="why-more" onClick={() => setAll(true)}>
          {t('others', { count: rest.length })}
        </button>
      )}
    </>
  );
}

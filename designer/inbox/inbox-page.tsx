import { CarryOutOutlined } from '@ant-design/icons';
import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { Page } from '../app/page.tsx';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { AskingCard } from './asking-card.tsx';
import './inbox.css';
import { inboxTexts } from './inbox.texts.ts';
import { useInbox, type Shown } from './use-inbox.ts';

const shownOnes: readonly Shown[] = ['mine', 'sent', 'open', 'settled'];

/** 待办: what waits for me to approve or to answer, what I asked for, and what became of the rest. */
export function InboxPage() {
  const t = useTexts(inboxTexts);
  const [search, setSearch] = useSearchParams();
  const shown = shownOnes.find((one) => one === search.get('show')) ?? 'mine';
  const inbox = useInbox(shown);
  const items = inbox.data === undefined ? [] : inOrder(inbox.data.items, shown);
  const empty = { mine: t('noneMine'), sent: t('noneSent'), open: t('noneOpen'), settled: t('noneSettled') }[
    shown
  ];
  return (
    <Page title={t('title')} live>
      <Segmented
        className="inbox-shown"
        aria-label={t('show')}
        value={shown}
        onChange={(next) => setSearch(next === 'mine' ? {} : { show: next }, { replace: true })}
        options={shownOnes.map((one) => ({ value: one, label: t(one) }))}
      />
      {inbox.isPending ? (
        <Card>
          <Skeleton rows={4} height={64} />
        </Card>
      ) : inbox.isError ? (
        <Card>
          <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />
        </Card>
      ) : items.length === 0 ? (
        <Card>
          <EmptyState
            icon={<CarryOutOutlined />}
            title={empty}
            help={shown === 'mine' ? t('noneMineHelp') : shown === 'sent' ? t('noneSentHelp') : undefined}
          />
        </Card>
      ) : (
        <ul className="inbox-list">
          {items.map((asking) => (
            <li key={asking.id}>
              <AskingCard asking={asking} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** What is late first is first; what has no time limit comes last, the newest first. */
function inOrder(items: readonly ApprovalView[], shown: Shown): ApprovalView[] {
  // What I asked for and what is settled is looked up: the newest first.
  if (shown === 'settled' || shown === 'sent') return [...items];
  return items.toSorted((a, b) => {
    if (a.dueAt === null || b.dueAt === null) {
      if (a.dueAt === b.dueAt) return a.at < b.at ? 1 : -1;
      return a.dueAt === null ? 1 : -1;
    }
    return a.dueAt < b.dueAt ? -1 : 1;
  });
}

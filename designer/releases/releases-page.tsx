import { HistoryOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { releaseRowSchema, type ReleaseRow } from '../../rules-library/contract/releases.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Page } from '../app/page.tsx';
import { useMayPress } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { usePresses } from '../press/press-context.ts';
import './releases.css';
import { releasesTexts } from './releases.texts.ts';

const answer = listAnswer(releaseRowSchema);

/** Every release, newest first: what it changed, who published it, and going back to it. */
export function ReleasesPage() {
  const t = useTexts(releasesTexts);
  const releases = useQuery({
    queryKey: queryKeys.releases,
    queryFn: ({ signal }) => call({ path: '/releases', query: { limit: 100 }, answer, signal }),
  });
  return (
    <Page title={t('title')}>
      <p className="soft">{t('intro')}</p>
      {releases.isPending ? (
        <Card>
          <Skeleton rows={4} height={60} />
        </Card>
      ) : releases.isError ? (
        <Card>
          <ErrorState error={releases.error} onRetry={() => void releases.refetch()} />
        </Card>
      ) : releases.data.items.length === 0 ? (
        <Card>
          <EmptyState
            icon={<HistoryOutlined />}
            title={t('empty')}
            help={t('emptyHelp')}
            action={<Link to="/rules">{t('toRules')}</Link>}
          />
        </Card>
      ) : (
        <ol className="releases">
          {releases.data.items.map((release) => (
            <li key={release.number}>
              <ReleaseCard release={release} />
            </li>
          ))}
        </ol>
      )}
    </Page>
  );
}

function ReleaseCard({ release }: { release: ReleaseRow }) {
  const t = useTexts(releasesTexts);
  const text = useText();
  const presses = usePresses();
  const mayRollBack = useMayPress('activate-release');
  const changed = release.flows.filter(({ change }) => change !== 'same');
  const same = release.flows.length - changed.length;
  const active = release.state === 'active';
  return (
    <Card
      title={t('number', { number: release.number })}
      note={<TimeText at={Date.parse(release.publishedAt)} />}
      aside={active ? <Chip tone="good">{t('active')}</Chip> : undefined}
    >
      <p className="release-line">
        <span>{t('by', { name: text(release.publishedBy) })}</span>
        <span>{t('rules', { count: release.ruleCount })}</span>
        <span className="faint" title={release.hash}>
          {t('hash', { hash: release.hash.slice(0, 12) })}
        </span>
      </p>
      {release.note === null ? null : <p>{release.note}</p>}
      {changed.length === 0 ? null : (
        <p className="release-line">
          <span className="faint">{t('changed')}</span>
          {changed.map(({ id, name }) => (
            <Link key={id} to={`/rules/${encodeURIComponent(id)}`}>
              {text(name)}
            </Link>
          ))}
          {same > 0 ? <span className="faint">{t('unchanged', { count: same })}</span> : null}
        </p>
      )}
      {active || !mayRollBack ? null : (
        <Button
          onClick={() =>
            void presses.start({
              name: 'activate-release',
              label: { zh: '回滚', en: 'Roll back' },
              target: `release:${release.number}`,
              input: {},
              about: t('rollBackAbout', { number: release.number }),
            })
          }
        >
          {t('rollBack')}
        </Button>
      )}
    </Card>
  );
}

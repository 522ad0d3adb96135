import { ApartmentOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FlowRow } from '../../rules-library/contract/flows.ts';
import { errorText } from '../api/api-error.ts';
import { matchesTyped } from '../app/matches-typed.ts';
import { Page } from '../app/page.tsx';
import { useMayPress, useSession } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PublishSheet } from '../publish/publish-sheet.tsx';
import { FlowTable } from './flow-table.tsx';
import { mayDraw } from './may-draw.ts';
import { readyStarts, type ReadyStart } from './ready-starts.ts';
import './rules.css';
import { rulesTexts } from './rules.texts.ts';
import { newFlow, useCreateFlow, useFlows } from './use-flows.ts';

/** How many flows there are before the list offers search. */
const searchFrom = 6;

/** The rule flows: what each does for orders now, what is wrong with it, and making a new one. */
export function RulesPage() {
  const t = useTexts(rulesTexts);
  const text = useText();
  const { message } = App.useApp();
  const flows = useFlows();
  const create = useCreateFlow();
  const mayEdit = mayDraw(useSession());
  const mayPublish = useMayPress('publish-release');
  const [typed, setTyped] = useState('');
  const [publishing, setPublishing] = useState(false);
  const start = (ready?: ReadyStart): void =>
    create.mutate(newFlow(ready), { onError: (error) => void message.error(text(errorText(error))) });
  const items = flows.data?.items ?? [];
  const found = items.filter(({ name }) => matchesTyped(typed, name.zh, name.en));
  const unpublished = items.some(({ state }) => state !== 'live');
  return (
    <Page
      title={t('title')}
      note={flows.data === undefined ? undefined : t('note', { count: items.length })}
      actions={
        <>
          <Link to="/releases">
            <Button>{t('releases')}</Button>
          </Link>
          {mayPublish && unpublished && items.length > 0 ? (
            <Button onClick={() => setPublishing(true)}>{t('publishAll')}</Button>
          ) : null}
          {mayEdit ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'blank', label: t('newBlank') },
                  { type: 'divider' },
                  ...readyStarts.map(({ id, name }) => ({ key: id, label: text(name) })),
                ],
                onClick: ({ key }) => start(readyStarts.find(({ id }) => id === key)),
              }}
            >
              <Button type="primary" icon={<PlusOutlined aria-hidden />} loading={create.isPending}>
                {t('newFlow')}
              </Button>
            </Dropdown>
          ) : null}
        </>
      }
    >
      {flows.isPending ? (
        <Card>
          <Skeleton rows={5} height={48} />
        </Card>
      ) : flows.isError ? (
        <Card>
          <ErrorState error={flows.error} onRetry={() => void flows.refetch()} />
        </Card>
      ) : items.length === 0 ? (
        <NoFlows mayEdit={mayEdit} busy={create.isPending} onStart={start} />
      ) : (
        <Found rows={found} typed={typed} onTyped={items.length >= searchFrom ? setTyped : undefined} />
      )}
      <PublishSheet open={publishing} onClose={() => setPublishing(false)} />
    </Page>
  );
}

interface FoundProps {
  rows: readonly FlowRow[];
  typed: string;
  onTyped: ((typed: string) => void) | undefined;
}

function Found({ rows, typed, onTyped }: FoundProps) {
  const t = useTexts(rulesTexts);
  return (
    <Card className="rules-card">
      {onTyped === undefined ? null : (
        <Input
          className="rules-search"
          prefix={<SearchOutlined aria-hidden />}
          value={typed}
          placeholder={t('search')}
          aria-label={t('search')}
          allowClear
          onChange={({ target }) => onTyped(target.value)}
        />
      )}
      {rows.length === 0 ? <p className="soft">{t('nothingFound')}</p> : <FlowTable rows={rows} />}
    </Card>
  );
}

interface NoFlowsProps {
  mayEdit: boolean;
  busy: boolean;
  onStart: (ready?: ReadyStart) => void;
}

function NoFlows({ mayEdit, busy, onStart }: NoFlowsProps) {
  const t = useTexts(rulesTexts);
  const text = useText();
  return (
    <Card>
      <EmptyState
        icon={<ApartmentOutlined aria-hidden />}
        title={t('emptyTitle')}
        help={t(mayEdit ? 'emptyHelp' : 'emptyReadOnly')}
        action={
          mayEdit ? (
            <>
              <Button disabled={busy} onClick={() => onStart()}>
                {t('newBlank')}
              </Button>
              <Link to="/templates">
                <Button type="link">{t('fromTemplates')}</Button>
              </Link>
            </>
          ) : undefined
        }
      />
      {mayEdit ? (
        <ul className="rules-starts" aria-label={t('startsTitle')}>
          {readyStarts.map((ready) => (
            <li key={ready.id}>
              <button
                type="button"
                className="rules-start"
                data-testid={`start-${ready.id}`}
                disabled={busy}
                onClick={() => onStart(ready)}
              >
                <span className="rules-start-name">{text(ready.name)}</span>
                <span className="rules-start-help">{text(ready.help)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

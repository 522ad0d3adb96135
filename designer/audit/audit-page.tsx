import { AuditOutlined, DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { vocabulary } from '../../rules-library/index.ts';
import { errorText } from '../api/api-error.ts';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.ts';
import { clockAndDay } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { saveFile } from '../design/save-file.ts';
import { ListFoot } from '../list/list-foot.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { auditFile } from './audit-file.ts';
import { auditFilterOf, auditSearchOf, type AuditFilter } from './audit-filter.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import './audit.css';
import { auditTexts } from './audit.texts.ts';
import { ReasonsEditor } from './reasons-editor.tsx';
import { entriesPerPage, readForFile, useAudit } from './use-audit.ts';
import { VerificationCard } from './verification-card.tsx';

/** Whoever may look at whether the audit is whole. */
const verifiers = new Set(['manager', 'steward']);

/** Whoever keeps the lists. */
const editors = new Set<string>(vocabulary.commands.get('import-catalog')?.roles);

/** The audit: every press with its reason and voucher, and whether it is all as it was written. */
export function AuditPage() {
  const t = useTexts(auditTexts);
  const text = useText();
  const language = useLanguage();
  const { message } = App.useApp();
  const { person } = useSession();
  const mayEdit = person.roles.some((role) => editors.has(role));
  const [editing, setEditing] = useState(false);
  const [search, setSearch] = useSearchParams();
  const filter = auditFilterOf(search);
  const change = (next: AuditFilter): void =>
    setSearch(auditSearchOf(next), { replace: true, preventScrollReset: true });
  const audit = useAudit(filter);
  const entries = audit.data?.pages.flatMap(({ items }) => items) ?? [];
  const save = useMutation({
    mutationFn: () => readForFile(filter),
    onSuccess({ items, complete }) {
      const name = `${t('fileName')}-${clockAndDay(Date.now()).replaceAll(/[^\d]/g, '')}.csv`;
      saveFile(name, 'text/csv;charset=utf-8', auditFile(items, language));
      const count = items.length;
      if (complete) void message.success(t('exported', { count }));
      else void message.warning(t('exportedPart', { count }));
    },
    onError: (error) => void message.error(text(errorText(error))),
  });
  return (
    <Page
      title={t('title')}
      className="audit-page"
      actions={
        <>
          {mayEdit ? <Button onClick={() => setEditing(true)}>{t('reasons')}</Button> : null}
          <Button
            icon={<DownloadOutlined />}
            disabled={entries.length === 0}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('export')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('intro')}</p>
      {person.roles.some((role) => verifiers.has(role)) ? <VerificationCard /> : null}
      <Card className="audit-card">
        <AuditFilters filter={filter} onChange={change} />
        {entries.length > 0 ? (
          <>
            <ol className="audit-list">
              {entries.map((entry) => (
                <AuditRow key={entry.id} entry={entry} onObject={(object) => change({ object })} />
              ))}
            </ol>
            <ListFoot
              seen={t('seen', { count: entries.length })}
              more={t('more', { count: entriesPerPage })}
              list={audit}
              end={t('end')}
            />
          </>
        ) : audit.isError ? (
          <ErrorState error={audit.error} onRetry={() => void audit.refetch()} />
        ) : audit.isPending ? (
          <Skeleton rows={6} height={64} />
        ) : auditSearchOf(filter).size === 0 ? (
          <EmptyState icon={<AuditOutlined />} title={t('empty')} help={t('emptyHelp')} />
        ) : (
          <EmptyState
            icon={<AuditOutlined />}
            title={t('noneFits')}
            help={t('noneFitsHelp')}
            action={<Button onClick={() => change({})}>{t('clear')}</Button>}
          />
        )}
      </Card>
      {editing ? <ReasonsEditor onClose={() => setEditing(false)} /> : null}
    </Page>
  );
}

import { CheckCircleFilled } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import {
  activatedSchema,
  publishPreviewSchema,
  type PublishPreview,
} from '../../rules-library/contract/releases.ts';
import { call } from '../api/client.ts';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { FlowChange } from './flow-change.tsx';
import './publish.css';
import { publishTexts } from './publish.texts.ts';

export interface PublishSheetProps {
  open: boolean;
  onClose: () => void;
  /** These drafts only; absent: every changed draft. */
  flows?: { id: string; version: number }[];
  /** What else to look at before it is live. */
  beside?: ReactNode;
  /** Takes the person to a problem: flow and node. */
  onJump?: (flow: string, node: string | undefined) => void;
}

/** One sheet: what changes in words, what stands in the way, one big button. */
export function PublishSheet({ open, onClose, flows, beside, onJump }: PublishSheetProps) {
  const t = useTexts(publishTexts);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('title')}
      size={560}
      destroyOnHidden
      className="publish-sheet"
      aria-label={t('title')}
    >
      {open ? <PublishBody flows={flows} onClose={onClose} beside={beside} onJump={onJump} /> : null}
    </Drawer>
  );
}

function PublishBody({ flows, onClose, beside, onJump }: Omit<PublishSheetProps, 'open'>) {
  const t = useTexts(publishTexts);
  const queryClient = useQueryClient();
  const [note, setNote] = useState('');
  const [key] = useState(newIdempotencyKey);
  const preview = useQuery({
    queryKey: ['publish-preview', flows],
    queryFn: ({ signal }) =>
      call({
        method: 'POST',
        path: '/releases/preview',
        body: flows === undefined ? {} : { flows },
        answer: publishPreviewSchema,
        signal,
      }),
    gcTime: 0,
    staleTime: 0,
  });
  const publish = useMutation({
    mutationFn: () =>
      call({
        method: 'POST',
        path: '/releases',
        body: {
          ...(flows === undefined ? {} : { flows }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
        answer: activatedSchema,
        key,
      }),
    onSuccess: () =>
      queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
  if (publish.isSuccess) {
    const { release, waiting } = publish.data;
    return (
      <div className="publish-done" role="status">
        <CheckCircleFilled className="publish-done-mark" />
        <h2>{t('done', { number: release.number })}</h2>
        <p>{t('doneHelp', { rules: release.ruleCount })}</p>
        {waiting.length > 0 ? <p className="soft">{t('waiting', { count: waiting.length })}</p> : null}
        <div className="publish-foot">
          <Link to="/releases" onClick={onClose}>
            {t('seeReleases')}
          </Link>
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    );
  }
  if (preview.isPending) return <Skeleton rows={4} height={48} />;
  if (preview.isError) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  const changes = preview.data.flows.filter(({ change }) => change !== 'same');
  if (changes.length === 0) return <EmptyState title={t('nothing')} help={t('nothingHelp')} />;
  return (
    <>
      <p className="soft">{t('intro', { number: preview.data.nextNumber })}</p>
      <Blocked preview={preview.data} />
      {changes.map((flow) => (
        <FlowChange key={flow.id} flow={flow} onJump={onJump} />
      ))}
      {beside}
      <label className="publish-note">
        <span>{t('note')}</span>
        <Input
          value={note}
          maxLength={500}
          placeholder={t('noteHint')}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      {publish.isError ? <ErrorState error={publish.error} onRetry={() => publish.mutate()} /> : null}
      <div className="publish-foot">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          type="primary"
          size="large"
          data-action="publish-release"
          disabled={!preview.data.publishable}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {publish.isPending ? t('publishing') : t('publish')}
        </Button>
      </div>
    </>
  );
}

function Blocked({ preview }: { preview: PublishPreview }) {
  const t = useTexts(publishTexts);
  return preview.publishable ? null : (
    <p className="publish-blocked" role="alert">
      {t('blocked')}
    </p>
  );
}

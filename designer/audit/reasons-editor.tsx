import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { changeReasonsList } from '../../rules-library/choices/change-reasons.ts';
import { reasonsSchema } from '../../rules-library/contract/reasons.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { auditTexts } from './audit.texts.ts';

const savedSchema = z.looseObject({ rejected: z.array(z.unknown()) });
/** Stands for every button: no button has this name, so the company's own list is what comes back. */
const everyButton = 'every-button';

/** Reasons of a text, one a line; blank lines and repeats are left out. */
export function reasonsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

/** The reasons people choose from, one a line. */
export function ReasonsEditor({ onClose }: { onClose: () => void }) {
  const t = useTexts(auditTexts);
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const known = useQuery({
    queryKey: queryKeys.reasons(everyButton),
    queryFn: ({ signal }) =>
      call({ path: '/reasons', query: { command: everyButton }, answer: reasonsSchema, signal }),
  });
  const shown = typed ?? (known.data?.items ?? []).map(text).join('\n');
  const entries = reasonsOf(shown);
  const save = useMutation({
    mutationFn: () =>
      call({
        method: 'PUT',
        path: '/catalog/lists',
        body: { items: [{ id: changeReasonsList, name: t('reasonsName'), type: 'text', entries }] },
        answer: savedSchema,
      }),
    async onSuccess() {
      await queryClient.invalidateQueries({ queryKey: ['reasons'] });
      void message.success(t('reasonsSaved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('reasons')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('cancel')}
        </Button>,
        <Button
          key="save"
          type="primary"
          loading={save.isPending}
          disabled={entries.length === 0 || typed === undefined}
          onClick={() => save.mutate()}
        >
          {t('save')}
        </Button>,
      ]}
    >
      <p className="soft">{t('reasonsHelp')}</p>
      {known.isPending ? (
        <Skeleton rows={4} height={24} />
      ) : known.isError ? (
        <ErrorState error={known.error} onRetry={() => void known.refetch()} />
      ) : (
        <Input.TextArea
          aria-label={t('reasons')}
          autoSize={{ minRows: 6, maxRows: 16 }}
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {save.isError ? <ErrorState error={save.error} /> : null}
    </Modal>
  );
}

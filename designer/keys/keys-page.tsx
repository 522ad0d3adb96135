import { KeyOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { keySchema, type newKeySchema } from '../../rules-library/contract/session.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Page } from '../app/page.tsx';
import { useMayPress } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { ShownOnce } from '../design/parts/shown-once.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { KeyTable } from './key-table.tsx';
import './keys.css';
import { keysTexts } from './keys.texts.ts';
import { NewKey } from './new-key.tsx';

const answer = listAnswer(keySchema);

/** Keys for systems: who may send what. */
export function KeysPage() {
  const t = useTexts(keysTexts);
  const mayMake = useMayPress('create-key');
  const keys = useQuery({
    queryKey: queryKeys.keys,
    queryFn: ({ signal }) => call({ path: '/keys', answer, signal }),
    enabled: mayMake,
  });
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<z.output<typeof newKeySchema> | undefined>(undefined);
  const make = (
    <Button type="primary" icon={<PlusOutlined />} data-action="make-key" onClick={() => setMaking(true)}>
      {t('make')}
    </Button>
  );
  const some = keys.data !== undefined && keys.data.items.length > 0;
  return (
    <Page title={t('title')} actions={mayMake && some ? make : null}>
      <p className="soft">{t('intro')}</p>
      <Card className={some ? 'keys-card' : ''}>
        {!mayMake ? (
          <EmptyState icon={<KeyOutlined />} title={t('notYours')} />
        ) : keys.isPending ? (
          <Skeleton rows={3} height={40} />
        ) : keys.isError ? (
          <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />
        ) : some ? (
          <KeyTable keys={keys.data.items} />
        ) : (
          <EmptyState icon={<KeyOutlined />} title={t('empty')} help={t('emptyHelp')} action={make} />
        )}
      </Card>
      {making ? (
        <NewKey
          onClose={() => setMaking(false)}
          onMade={(key) => {
            setMaking(false);
            setMade(key);
          }}
        />
      ) : null}
      {made === undefined ? null : (
        <ShownOnce
          title={t('madeTitle')}
          help={t('madeHelp', { name: made.name })}
          label={t('secret')}
          secret={made.secret}
          onClose={() => setMade(undefined)}
        />
      )}
    </Page>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { fieldGroups } from '../../rules-library/choices/field-groups.ts';
import { keySchema, type Key } from '../../rules-library/contract/session.ts';
import { errorText } from '../api/api-error.ts';
import { call, path } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { countText } from '../design/format-number.ts';
import { Chip } from '../design/parts/chip.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { commandScopes, readScopes, scopeLabel } from './key-scopes.ts';
import { keysTexts } from './keys.texts.ts';

/** All keys, those in use first. */
export function KeyTable({ keys }: { keys: readonly Key[] }) {
  const t = useTexts(keysTexts);
  const sorted = keys.toSorted((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null));
  return (
    <div className="keys-scroll" role="region" aria-label={t('title')} tabIndex={0}>
      <table className="keys">
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('may')}</th>
            <th scope="col">{t('reads')}</th>
            <th scope="col">{t('lastUsed')}</th>
            <th scope="col">{t('createdAt')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((key) => (
            <KeyRow key={key.id} stored={key} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyRow({ stored }: { stored: Key }) {
  const t = useTexts(keysTexts);
  const text = useText();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const revoke = useMutation({
    mutationFn: () => call({ method: 'DELETE', path: path`/keys/${stored.id}`, answer: keySchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.keys }),
    onError: (error) => void message.error(text(errorText(error))),
  });
  const hidden = fieldGroups.filter(({ value }) => !stored.sees.includes(value)).map(({ label }) => label);
  const revoked = stored.revokedAt !== null;
  return (
    <tr className={revoked ? 'key-revoked' : ''} data-key={stored.id}>
      <td>
        <strong>{stored.name}</strong>
        <div className="faint">{t('perSecondShort', { count: countText(stored.perSecond) })}</div>
      </td>
      <td>
        <span className="key-scopes">
          {stored.commands.map((name) => (
            <Chip key={name} tone="primary">
              {text(scopeLabel(commandScopes, name))}
            </Chip>
          ))}
        </span>
      </td>
      <td>
        <span className="key-scopes">
          {stored.reads.map((name) => (
            <Chip key={name}>{text(scopeLabel(readScopes, name))}</Chip>
          ))}
        </span>
        {hidden.length === 0 ? null : (
          <div className="faint">{t('hides', { groups: hidden.map((label) => text(label)).join('、') })}</div>
        )}
      </td>
      <td>
        {stored.lastUsedAt === null ? (
          <span className="faint">{t('never')}</span>
        ) : (
          <TimeText at={stored.lastUsedAt} />
        )}
      </td>
      <td>
        <TimeText at={stored.createdAt} />
      </td>
      <td>
        {revoked ? (
          <Chip>{t('revoked')}</Chip>
        ) : (
          <span className="key-state">
            <Chip tone="good">{t('inUse')}</Chip>
            <Popconfirm
              title={t('revoke')}
              description={<div className="key-sure">{t('revokeSure', { name: stored.name })}</div>}
              okText={t('revoke')}
              cancelText={t('cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => revoke.mutate()}
            >
              <Button size="small" danger loading={revoke.isPending}>
                {t('revoke')}
              </Button>
            </Popconfirm>
          </span>
        )}
      </td>
    </tr>
  );
}

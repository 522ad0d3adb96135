import { Button, Modal } from 'antd';
import { endSession } from '../../rules-library/commands/end-session.command.ts';
import type { PersonView } from '../../rules-library/contract/people.ts';
import { useMayPress } from '../app/session.ts';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { peopleTexts } from './people.texts.ts';
import { useSignIns } from './use-people.ts';

/** Where a person is signed in now; each can be ended. */
export function SignIns({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTexts(peopleTexts);
  const text = useText();
  const mayEnd = useMayPress(endSession.name);
  const signIns = useSignIns(person.id);
  return (
    <Modal
      open
      title={`${t('signIns')} · ${text(person.name)}`}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {signIns.isPending ? (
        <Skeleton rows={2} height={36} />
      ) : signIns.isError ? (
        <ErrorState error={signIns.error} onRetry={() => void signIns.refetch()} />
      ) : signIns.data.items.length === 0 ? (
        <EmptyState title={t('noSignIns')} />
      ) : (
        <ul className="people-sign-ins">
          {signIns.data.items.map(({ id, createdAt, seenAt }) => (
            <li key={id}>
              <span>
                {t('since')} <TimeText at={createdAt} />
                <span className="faint people-seen">
                  {t('lastSeen')} <TimeText at={seenAt} />
                </span>
              </span>
              {mayEnd ? (
                <PressButton
                  name={endSession.name}
                  label={{ zh: '结束', en: 'End' }}
                  target={`session:${id}`}
                  size="small"
                  danger
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  );
}

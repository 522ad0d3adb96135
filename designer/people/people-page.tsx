import { SearchOutlined, TeamOutlined, UserAddOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { roles } from '../../rules-library/choices/index.ts';
import type { PersonView, SetUpLink } from '../../rules-library/contract/people.ts';
import { matchesTyped } from '../app/matches-typed.ts';
import { Page } from '../app/page.tsx';
import { useMayPress } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { exactTime } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { ShownOnce } from '../design/parts/shown-once.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { joinLink } from '../sign-in/join-link.ts';
import { ChangeRoles } from './change-roles.tsx';
import { NewPerson } from './new-person.tsx';
import { PeopleTable, type Opened } from './people-table.tsx';
import './people.css';
import { peopleTexts } from './people.texts.ts';
import { RenewLink } from './renew-link.tsx';
import { SignIns } from './sign-ins.tsx';
import { usePeople } from './use-people.ts';

/** The people who sign in: what they are, where they are signed in, and who may no longer. */
export function PeoplePage() {
  const t = useTexts(peopleTexts);
  const text = useText();
  const mayAdd = useMayPress('create-person');
  const mayLook = useMayPress('set-roles');
  const people = usePeople(mayLook);
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [made, setMade] = useState<SetUpLink | undefined>(undefined);
  const close = (): void => setOpened(undefined);
  const show = (link: SetUpLink): void => {
    setAdding(false);
    close();
    setMade(link);
  };
  return (
    <Page
      title={t('title')}
      note={people.data === undefined ? undefined : t('note', { count: people.data.items.length })}
      actions={
        mayAdd ? (
          <Button
            type="primary"
            icon={<UserAddOutlined aria-hidden />}
            data-action="add-person"
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        ) : null
      }
    >
      <p className="soft">{t('intro')}</p>
      <Card>
        {!mayLook ? (
          <EmptyState icon={<TeamOutlined />} title={t('notYours')} />
        ) : people.isPending ? (
          <Skeleton rows={6} height={40} />
        ) : people.isError ? (
          <ErrorState error={people.error} onRetry={() => void people.refetch()} />
        ) : (
          <Found people={people.data.items} typed={typed} onTyped={setTyped} onOpen={setOpened} />
        )}
      </Card>
      {adding ? <NewPerson onClose={() => setAdding(false)} onMade={show} /> : null}
      {opened?.what === 'roles' ? <ChangeRoles person={opened.person} onClose={close} /> : null}
      {opened?.what === 'link' ? <RenewLink person={opened.person} onClose={close} onMade={show} /> : null}
      {opened?.what === 'sign-ins' ? <SignIns person={opened.person} onClose={close} /> : null}
      {made === undefined ? null : (
        <ShownOnce
          title={t('linkTitle')}
          help={t('linkHelp', {
            name: text(made.person.name),
            time: exactTime(Date.parse(made.until)).slice(0, 16),
          })}
          label={t('link')}
          secret={joinLink(globalThis.location.origin, { username: made.person.id, token: made.token })}
          onClose={() => setMade(undefined)}
        />
      )}
    </Page>
  );
}

interface FoundProps {
  people: readonly PersonView[];
  typed: string;
  onTyped: (typed: string) => void;
  onOpen: (opened: Opened) => void;
}

function Found({ people, typed, onTyped, onOpen }: FoundProps) {
  const t = useTexts(peopleTexts);
  const found = people.filter((person) =>
    matchesTyped(
      typed,
      person.id,
      person.name.zh,
      person.name.en,
      ...person.roles.flatMap((role) => Object.values(choiceLabel(roles, role))),
    ),
  );
  return (
    <>
      <Input
        className="people-search"
        prefix={<SearchOutlined aria-hidden />}
        value={typed}
        placeholder={t('search')}
        aria-label={t('search')}
        allowClear
        onChange={({ target }) => onTyped(target.value)}
      />
      {found.length === 0 ? (
        <p className="soft">{t('nothingFound')}</p>
      ) : (
        <PeopleTable people={found} onOpen={onOpen} />
      )}
    </>
  );
}

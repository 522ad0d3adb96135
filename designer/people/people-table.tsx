import { App, Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { disablePerson } from '../../rules-library/commands/disable-person.command.ts';
import { enablePerson } from '../../rules-library/commands/enable-person.command.ts';
import { roles } from '../../rules-library/choices/index.ts';
import type { PersonView } from '../../rules-library/contract/people.ts';
import { useSession } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { exactTime } from '../design/format-time.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { usePresses } from '../press/press-context.ts';
import { peopleTexts } from './people.texts.ts';

/** What is opened over the list. */
export type Opened = { what: 'roles' | 'link' | 'sign-ins'; person: PersonView };

export interface PeopleTableProps {
  people: readonly PersonView[];
  onOpen: (opened: Opened) => void;
}

/** Everybody, who may sign in first; on a phone each is a card. */
export function PeopleTable({ people, onOpen }: PeopleTableProps) {
  const t = useTexts(peopleTexts);
  const sorted = people.toSorted((a, b) => Number(a.disabledAt !== null) - Number(b.disabledAt !== null));
  return (
    <table className="people">
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('roles')}</th>
          <th scope="col">{t('warehouse')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((person) => (
          <PersonRow key={person.id} person={person} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, onOpen }: { person: PersonView; onOpen: PeopleTableProps['onOpen'] }) {
  const t = useTexts(peopleTexts);
  const text = useText();
  const me = useSession().person.id === person.id;
  return (
    <tr className={person.disabledAt === null ? '' : 'people-off'} data-person={person.id}>
      <td>
        <strong>{text(person.name)}</strong> {me ? <span className="faint">{t('you')}</span> : null}
        <div className="faint">{person.id}</div>
      </td>
      <td>
        <span className="people-chips">
          {person.roles.map((role) => (
            <Chip key={role} tone="primary">
              {text(choiceLabel(roles, role))}
            </Chip>
          ))}
        </span>
      </td>
      <td className={person.warehouse === null ? 'people-none' : ''}>{person.warehouse ?? '—'}</td>
      <td>
        <StateChips person={person} />
      </td>
      <td className="people-actions">
        <Actions person={person} me={me} onOpen={onOpen} />
      </td>
    </tr>
  );
}

function StateChips({ person }: { person: PersonView }) {
  const t = useTexts(peopleTexts);
  const until = person.linkUntil;
  return (
    <span className="people-chips">
      {person.disabledAt !== null ? (
        <Chip title={exactTime(Date.parse(person.disabledAt))}>{t('disabled')}</Chip>
      ) : person.hasPassword ? (
        <Chip tone="good">{t('active')}</Chip>
      ) : (
        <Chip tone="hold">{t('waiting')}</Chip>
      )}
      {person.demo ? <Chip tone="season">{t('demo')}</Chip> : null}
      {until === null ? null : (
        <span className="faint">{t('linkUntil', { time: exactTime(Date.parse(until)).slice(5, 16) })}</span>
      )}
    </span>
  );
}

function Actions({
  person,
  me,
  onOpen,
}: {
  person: PersonView;
  me: boolean;
  onOpen: PeopleTableProps['onOpen'];
}) {
  const t = useTexts(peopleTexts);
  const text = useText();
  const presses = usePresses();
  const { modal } = App.useApp();
  const { buttons } = useSession();
  const off = person.disabledAt !== null;
  const target = `person:${person.id}`;
  const disable = (): void =>
    void modal.confirm({
      title: t('disable'),
      content: t('disableSure', { name: text(person.name) }),
      okText: t('disable'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: () => presses.start({ name: disablePerson.name, label: disablePerson.label, target }),
    });
  const items = [
    { name: 'set-roles', label: t('changeRoles'), run: () => onOpen({ what: 'roles', person }) },
    { name: 'end-session', label: t('signIns'), run: () => onOpen({ what: 'sign-ins', person }) },
    ...(off
      ? [
          {
            name: 'enable-person',
            label: t('enable'),
            run: () => void presses.start({ name: enablePerson.name, label: enablePerson.label, target }),
          },
        ]
      : [
          { name: 'renew-set-up-link', label: t('renewLink'), run: () => onOpen({ what: 'link', person }) },
          ...(me ? [] : [{ name: 'disable-person', label: t('disable'), run: disable, danger: true }]),
        ]),
  ].filter(({ name }) => buttons.includes(name));
  if (items.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: items.map(({ name, label, ...rest }) => ({
          key: name,
          label,
          danger: 'danger' in rest && rest.danger,
        })),
        onClick: ({ key }) => items.find(({ name }) => name === key)?.run(),
      }}
    >
      <Button size="small" data-action="manage" aria-label={`${t('manage')} ${text(person.name)}`}>
        {t('manage')} <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}

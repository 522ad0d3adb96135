import { SafetyCertificateOutlined, SearchOutlined } from '@ant-design/icons';
import { Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { roles } from '../../rules-library/choices/index.ts';
import { matchesTyped } from '../app/matches-typed.ts';
import { Page } from '../app/page.tsx';
import { useMayPress } from '../app/session.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { ButtonMatrix, type Chosen } from './button-matrix.tsx';
import { CellMark } from './cell-mark.tsx';
import { GrantSheet } from './grant-sheet.tsx';
import { buttonGroups, differs, grantOf, type RoleRights } from './matrix-model.ts';
import './permissions.css';
import { permissionsTexts } from './permissions.texts.ts';
import { ReadingTable } from './reading-table.tsx';
import { usePermissions } from './use-permissions.ts';

/** Who may press what, and read what. */
export function PermissionsPage() {
  const t = useTexts(permissionsTexts);
  const mayChange = useMayPress('grant-button');
  const permissions = usePermissions(mayChange);
  const rights = useMemo(
    () => roles.flatMap(({ value }) => permissions.data?.roles.find(({ role }) => role === value) ?? []),
    [permissions.data],
  );
  return (
    <Page title={t('title')}>
      <p className="soft">{t('intro')}</p>
      {mayChange && permissions.isSuccess ? (
        <Rights rights={rights} />
      ) : (
        <Card>
          {!mayChange ? (
            <EmptyState icon={<SafetyCertificateOutlined />} title={t('notYours')} />
          ) : permissions.isError ? (
            <ErrorState error={permissions.error} onRetry={() => void permissions.refetch()} />
          ) : (
            <Skeleton rows={8} height={36} />
          )}
        </Card>
      )}
    </Page>
  );
}

function Rights({ rights }: { rights: readonly RoleRights[] }) {
  const t = useTexts(permissionsTexts);
  const [typed, setTyped] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const all = useMemo(() => buttonGroups(), []);
  const changes = (command: Chosen['command']): number =>
    rights.filter((one) => differs(one.role, command, grantOf(one, command.name))).length;
  const count = all.flatMap(({ buttons }) => buttons.map(changes)).reduce((sum, one) => sum + one, 0);
  const groups = all.flatMap(({ group, buttons }) => {
    const found = buttons.filter(
      (command) =>
        matchesTyped(typed, command.label.zh, command.label.en, command.name) &&
        (!onlyChanged || changes(command) > 0),
    );
    return found.length === 0 ? [] : [{ group, buttons: found }];
  });
  const chosenRights = rights.find(({ role }) => role === chosen?.role);
  return (
    <>
      <Card className="rights-card">
        <div className="rights-bar">
          <Input
            className="rights-search"
            prefix={<SearchOutlined aria-hidden />}
            value={typed}
            placeholder={t('search')}
            aria-label={t('search')}
            allowClear
            onChange={({ target }) => setTyped(target.value)}
          />
          <Checkbox checked={onlyChanged} onChange={({ target }) => setOnlyChanged(target.checked)}>
            {t('onlyChanged')}
          </Checkbox>
          <span className="faint" data-changed={count}>
            {count === 0 ? t('nothingChanged') : t('changedCount', { count })}
          </span>
          <Legend />
        </div>
        {groups.length === 0 ? (
          <p className="soft rights-none">{t(typed === '' ? 'nothingChanged' : 'nothingFound')}</p>
        ) : (
          <ButtonMatrix rights={rights} groups={groups} onChoose={setChosen} />
        )}
      </Card>
      <Card className="rights-card" title={t('reading')} note={t('readingNote')}>
        <ReadingTable rights={rights} />
      </Card>
      {chosen === undefined || chosenRights === undefined ? null : (
        <GrantSheet
          chosen={chosen}
          grant={grantOf(chosenRights, chosen.command.name)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function Legend() {
  const t = useTexts(permissionsTexts);
  return (
    <span className="rights-legend" aria-label={t('legend')} role="note">
      {(['may', 'partly', 'mayNot'] as const).map((state) => (
        <span key={state}>
          <CellMark state={state} changed={false} /> {t(state)}
        </span>
      ))}
      <span>
        <CellMark state="mayNot" changed /> {t('changed')}
      </span>
    </span>
  );
}

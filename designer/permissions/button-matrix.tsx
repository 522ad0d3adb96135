import { Select } from 'antd';
import { Fragment, useState } from 'react';
import { roles } from '../../rules-library/choices/index.ts';
import type { CommandDefinition } from '../../rules-library/define/command.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useNarrow } from '../design/use-narrow.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { CellMark } from './cell-mark.tsx';
import { differs, grantOf, stateOf, type ButtonGroup, type RoleRights } from './matrix-model.ts';
import { permissionsTexts } from './permissions.texts.ts';

export interface Chosen {
  role: string;
  command: CommandDefinition;
}

export interface ButtonMatrixProps {
  rights: readonly RoleRights[];
  groups: readonly { group: ButtonGroup; buttons: CommandDefinition[] }[];
  onChoose: (chosen: Chosen) => void;
}

/** Roles across, buttons down; on a narrow screen one role at a time. */
export function ButtonMatrix({ rights, groups, onChoose }: ButtonMatrixProps) {
  const t = useTexts(permissionsTexts);
  const text = useText();
  const narrow = useNarrow(720);
  const [role, setRole] = useState(roles[0]!.value);
  const shown = narrow ? rights.filter((one) => one.role === role) : rights;
  return (
    <>
      {narrow ? (
        <Select
          className="rights-role"
          aria-label={t('role')}
          value={role}
          onChange={setRole}
          options={roles.map(({ value, label }) => ({ value, label: text(label) }))}
        />
      ) : null}
      <div className="rights-scroll" role="region" aria-label={t('title')} tabIndex={0}>
        <table className="rights">
          <thead>
            <tr>
              <th scope="col">{t('button')}</th>
              {shown.map((one) => (
                <th key={one.role} scope="col" className="rights-head">
                  {text(choiceLabel(roles, one.role))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, buttons }) => (
              <Fragment key={group}>
                <tr>
                  <th scope="colgroup" colSpan={shown.length + 1} className="rights-group">
                    {t(group)}
                  </th>
                </tr>
                {buttons.map((command) => (
                  <tr key={command.name} data-row={command.name}>
                    <th scope="row" title={text(command.help)}>
                      {text(command.label)}
                    </th>
                    {shown.map((one) => (
                      <td key={one.role}>
                        <Cell rights={one} command={command} onChoose={onChoose} />
                      </td>
                    ))}
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface CellProps {
  rights: RoleRights;
  command: CommandDefinition;
  onChoose: (chosen: Chosen) => void;
}

function Cell({ rights: { role, ...rights }, command, onChoose }: CellProps) {
  const t = useTexts(permissionsTexts);
  const text = useText();
  const grant = grantOf({ role, ...rights }, command.name);
  const state = stateOf(grant);
  const changed = differs(role, command, grant);
  const said = t('cell', {
    role: text(choiceLabel(roles, role)),
    button: text(command.label),
    state: changed ? `${t(state)} · ${t('changed')}` : t(state),
  });
  return (
    <button
      type="button"
      className="rights-cell"
      data-cell={`${role} ${command.name}`}
      data-state={state}
      aria-label={said}
      title={said}
      onClick={() => onChoose({ role, command })}
    >
      <CellMark state={state} changed={changed} />
    </button>
  );
}

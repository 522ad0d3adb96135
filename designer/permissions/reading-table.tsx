import { grantReading } from '../../rules-library/commands/grant-reading.command.ts';
import { fieldGroups, roles } from '../../rules-library/choices/index.ts';
import { useMayPress } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { usePresses } from '../press/press-context.ts';
import { CellMark } from './cell-mark.tsx';
import { readingDiffers, type RoleRights } from './matrix-model.ts';
import { permissionsTexts } from './permissions.texts.ts';

/** Which content each role is sent; a press on a cell turns it. */
export function ReadingTable({ rights }: { rights: readonly RoleRights[] }) {
  const t = useTexts(permissionsTexts);
  const text = useText();
  return (
    <div className="rights-scroll" role="region" aria-label={t('reading')} tabIndex={0}>
      <table className="rights rights-reading">
        <thead>
          <tr>
            <th scope="col">{t('role')}</th>
            {fieldGroups.map(({ value, label, help }) => (
              <th key={value} scope="col" className="rights-head" title={text(help)}>
                {text(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rights.map(({ role, reads }) => (
            <tr key={role}>
              <th scope="row">{text(choiceLabel(roles, role))}</th>
              {fieldGroups.map(({ value }) => (
                <td key={value}>
                  <Cell role={role} group={value} allow={reads[value] === true} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ role, group, allow }: { role: string; group: string; allow: boolean }) {
  const t = useTexts(permissionsTexts);
  const text = useText();
  const presses = usePresses();
  const may = useMayPress(grantReading.name);
  const changed = readingDiffers(role, group, allow);
  const names = {
    role: text(choiceLabel(roles, role)),
    content: text(choiceLabel(fieldGroups, group)),
  };
  const said = t('cell', {
    role: names.role,
    button: names.content,
    state: `${t(allow ? 'mayRead' : 'mayNotRead')}${changed ? ` · ${t('changed')}` : ''}`,
  });
  return (
    <button
      type="button"
      className="rights-cell"
      data-cell={`${role} ${group}`}
      aria-label={said}
      title={said}
      disabled={!may}
      onClick={() =>
        void presses.start({
          name: grantReading.name,
          label: grantReading.label,
          target: `role:${role}`,
          input: { group, allow: !allow },
          about: t(allow ? 'willNotRead' : 'willRead', names),
        })
      }
    >
      <CellMark state={allow ? 'may' : 'mayNot'} changed={changed} />
    </button>
  );
}

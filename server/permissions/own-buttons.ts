import { fieldGroups } from '../../rules-library/choices/field-groups.ts';
import type { Session } from '../../rules-library/contract/session.ts';
import { isGrantable } from '../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Actor } from '../door/actor.ts';
import { fieldsOf, grantsOf, hiddenFrom, type Permissions } from '../door/permission.ts';

/** What a person may press, fill in and read, for their screens. */
export function ownButtons(
  permissions: Permissions,
  actor: Actor,
): Pick<Session, 'buttons' | 'fields' | 'reads'> {
  const held = [...vocabulary.commands.values()]
    .filter(isGrantable)
    .map((command) => ({ name: command.name, grants: grantsOf(permissions, command, actor) }))
    .filter(({ grants }) => grants.length > 0);
  const hidden = hiddenFrom(permissions, actor);
  return {
    buttons: held.map(({ name }) => name),
    fields: Object.fromEntries(
      held.flatMap(({ name, grants }) => {
        const fields = fieldsOf(grants);
        return fields === null ? [] : [[name, [...fields]]];
      }),
    ),
    reads: fieldGroups.map(({ value }) => value).filter((group) => !hidden.has(group)),
  };
}

import { fieldGroups, type FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { roles } from '../../rules-library/choices/roles.ts';
import { isGrantable } from '../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Permissions } from '../door/permission.ts';
import type { RoleSettings, StoredGrant } from './stored-role.ts';

/** What a role may do before anybody has changed it, as the contracts of the buttons and the groups of fields say. */
export function firstSettingsOf(role: string): RoleSettings {
  const buttons = [...vocabulary.commands.values()]
    .filter(isGrantable)
    .map((command): [string, StoredGrant] => {
      const allow = (command.roles as readonly string[]).includes(role);
      return [command.name, { allow, fields: null, when: [] }];
    });
  const reads = fieldGroups.map(
    (group) => [group.value, (group.roles as readonly string[]).includes(role)] as const,
  );
  return { _id: role, buttons: Object.fromEntries(buttons), reads: Object.fromEntries(reads) };
}

/** The first settings of every role, as a table. */
export const firstSettings: Permissions = tableOf(
  new Map(roles.map(({ value }) => [value, firstSettingsOf(value)])),
);

/** The stored roles as the door asks them. */
export function tableOf(stored: ReadonlyMap<string, RoleSettings>): Permissions {
  return {
    grant(role, button) {
      const buttons = stored.get(role)?.buttons;
      if (buttons === undefined || !Object.hasOwn(buttons, button)) return null;
      const grant = buttons[button]!;
      return grant.allow ? grant : null;
    },
    mayRead: (role: string, group: FieldGroup) => stored.get(role)?.reads[group] === true,
  };
}

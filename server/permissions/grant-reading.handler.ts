import { fieldGroups, type FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { needsRole, roleChanged, roleOf } from './change-role.ts';

/** Sets whether a role reads a group of fields; answers and live news leave it out from then on. */
export const grantReadingHandler = defineHandler<{ group: FieldGroup; allow: boolean }>({
  name: 'grant-reading',
  needs: needsRole,
  plan(press, state) {
    const found = roleOf(press, state);
    if (isRefusal(found)) return found;
    const { role, label } = found;
    const { group, allow } = press.input;
    const content = fieldGroups.find(({ value }) => value === group)!.label;
    const text = allow
      ? { zh: `${label.zh}可以看到${content.zh}`, en: `${label.en} may read: ${content.en.toLowerCase()}` }
      : {
          zh: `${label.zh}不能再看到${content.zh}`,
          en: `${label.en} may no longer read: ${content.en.toLowerCase()}`,
        };
    const before = role.reads[group] === true;
    if (before === allow) return { changes: [], result: { role: role._id }, text };
    return roleChanged({ ...role, reads: { ...role.reads, [group]: allow } }, state, {
      text,
      before: { reads: group, allow: before },
      after: { reads: group, allow },
    });
  },
});

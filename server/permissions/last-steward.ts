import { roles } from '../../rules-library/choices/index.ts';
import type { Need, Refusal, State, StoredDocument } from '../door/handler.ts';
import type { Person } from '../people/person.ts';
import type { StoredRole } from './stored-role.ts';

const granting = 'grant-button';
const roleNames = roles.map(({ value }) => value);

/** What has to be read to see who could still give buttons to others. */
export function needsStewards(state?: State): Need[] {
  const stored: Need = { collection: 'permissions', ids: roleNames };
  if (state === undefined) return [stored];
  return [stored, ...roleNames.filter((role) => grants(storedRole(state, role))).map(holdersOf)];
}

/** Whether after this change somebody who can sign in may give buttons to others; without, nobody ever could again. */
export function stewardRemains(state: State, changed: { role?: StoredRole; person?: Person }): boolean {
  return roleNames
    .filter((role) => grants(changed.role?._id === role ? changed.role : storedRole(state, role)))
    .some((role) => {
      const { person } = changed;
      if (person !== undefined && person.disabledAt === null && person.roles.includes(role)) return true;
      return state
        .find<Person & StoredDocument>(holdersOf(role))
        .some(({ _id, passwordHash }) => _id !== person?._id && passwordHash !== null);
    });
}

export const nobodyLeft: Refusal['refused'] = {
  code: 'refused',
  message: {
    zh: '这样就没有人能再授权按钮了，请先让另一个能登录的人有这个权限',
    en: 'Nobody could give buttons any more; first give another person who can sign in this right',
  },
};

function holdersOf(role: string): Need {
  return { collection: 'people', where: { roles: role, disabledAt: null }, limit: 20 };
}

function storedRole(state: State, role: string): StoredRole | undefined {
  return state.get<StoredRole>('permissions', role);
}

/** Without conditions and for the whole form. */
function grants(role: StoredRole | undefined): boolean {
  const grant = role?.buttons[granting];
  return grant !== undefined && grant.allow && grant.fields === null && grant.when.length === 0;
}

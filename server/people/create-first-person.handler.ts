import { roles } from '../../rules-library/choices/roles.ts';
import { defineHandler, type Need, type StoredDocument } from '../door/handler.ts';
import type { Person } from './person.ts';

interface Input {
  username: string;
  name: string;
  passwordHash: string;
  tokenHash: string;
}

interface SetUpLink extends StoredDocument {
  tokenHash: string;
  usedAt: number | null;
}

const anybody: Need = { collection: 'people', where: {}, limit: 1 };

/** The first person may do everything, until there are others to share it with. */
export function firstPerson({ username, name, passwordHash }: Omit<Input, 'tokenHash'>, now: number): Person {
  return {
    _id: username,
    rev: 0,
    name: { zh: name, en: name },
    roles: roles.map(({ value }) => value),
    warehouse: null,
    passwordHash,
    demo: false,
    createdAt: now,
    disabledAt: null,
  };
}

/** Makes the first person and uses the one-time link up: both, once, or neither. */
export const createFirstPersonHandler = defineHandler<Input>({
  name: 'create-first-person',
  needs: () => [{ collection: 'settings', ids: ['set-up'] }, anybody],
  plan({ input }, state) {
    const link = state.get<SetUpLink>('settings', 'set-up');
    const usable = link?.tokenHash === input.tokenHash && link.usedAt === null;
    if (!usable || state.find(anybody).length > 0) {
      return {
        refused: {
          code: 'refused',
          message: {
            zh: '建立第一个人的链接不对或已用过',
            en: 'The link for the first person is wrong or was used',
          },
        },
      };
    }
    const person = firstPerson(input, state.now);
    return {
      changes: [
        { put: 'people', document: person },
        { put: 'settings', document: { ...link, usedAt: state.now } },
      ],
      result: { person: person._id },
      text: { zh: `第一个人「${input.name}」已建立`, en: `The first person "${input.name}" was made` },
      audit: { target: `person:${person._id}`, after: { roles: person.roles } },
    };
  },
});

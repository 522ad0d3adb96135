import type { z } from 'zod';
import type { personInputSchema } from '../../rules-library/contract/people.ts';
import { defineHandler } from '../door/handler.ts';
import { linkMs, type Person } from './person.ts';
import { hashOfKey } from './secret.ts';
import { personChanged } from './target-person.ts';

type Input = z.output<typeof personInputSchema>;

/** Adds a person who sets their own password with the link: nobody else ever knows it. The link's secret is made by the route. */
export const createPersonHandler = defineHandler<Input>({
  name: 'create-person',
  needs: (press) => [{ collection: 'people', ids: [press.input.username] }],
  plan(press, state) {
    const { username, name, roles, warehouse } = press.input;
    const tokenHash = hashOfKey(press.key);
    if (tokenHash === undefined) return { refused: linkOnPageOnly };
    if (state.get('people', username) !== undefined) {
      return {
        refused: {
          code: 'refused',
          path: 'username',
          message: {
            zh: `用户名「${username}」已经有人用了，请换一个`,
            en: `The user name "${username}" is taken; choose another`,
          },
        },
      };
    }
    const person: Person = {
      _id: username,
      rev: 0,
      name: { zh: name, en: name },
      roles: [...new Set(roles)],
      warehouse,
      passwordHash: null,
      demo: false,
      createdAt: state.now,
      disabledAt: null,
      setUp: { tokenHash, until: state.now + linkMs },
    };
    return personChanged(person, {
      text: { zh: `已新建 ${name}`, en: `${name} was added` },
      after: { username, roles: person.roles, warehouse },
    });
  },
});

/** Links are shown once, by the page that asked for them. */
export const linkOnPageOnly = {
  code: 'refused',
  message: {
    zh: '链接只在「人员」页面生成，那里会显示一次。',
    en: 'Links are made on the page of people, where they are shown once.',
  },
} as const;

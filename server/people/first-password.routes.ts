import { joinSchema } from '../../rules-library/contract/people.ts';
import { sessionSchema, setUpSchema } from '../../rules-library/contract/session.ts';
import type { Actor } from '../door/actor.ts';
import type { Door, Executed } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';
import { createFirstPerson } from './first-people.ts';
import { hashPassword } from './password.ts';
import type { Person } from './person.ts';
import { secretHash } from './secret.ts';
import type { SignInLimit } from './sign-in-limit.ts';
import type { Signing } from './signing.ts';

export interface FirstPasswordOptions {
  store: Store;
  door: Door;
  limit: SignInLimit;
  signedIn: Signing['signedIn'];
}

/** Ways in with a link that works once: the first person of a new store, and everybody the steward adds. */
export function firstPasswordRoutes({ store, door, limit, signedIn }: FirstPasswordOptions): Route[] {
  const people = records<Person>(store, 'people');
  return [
    defineRoute({
      method: 'post',
      path: '/session/set-up',
      summary: { zh: '用启动时的一次性链接建立第一个人', en: 'Make the first person by the one-time link' },
      access: { kind: 'public' },
      body: setUpSchema,
      limit: 4096,
      answers: { 201: sessionSchema },
      async handle({ body, request }) {
        const person = await limit.guard('set-up', request.ip ?? '', () => createFirstPerson(door, body));
        if (person === null) {
          throw new RequestError('not-your-button', {
            zh: '这个链接已用过或不对。重新启动后会显示新的链接。',
            en: 'This link was used or is wrong. A restart prints a new one while nobody exists.',
          });
        }
        return signedIn(person, request);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/session/join',
      summary: {
        zh: '用收到的一次性链接设密码并登录',
        en: 'Set a password with the link one was given, and sign in',
      },
      access: { kind: 'public' },
      body: joinSchema,
      limit: 4096,
      answers: { 201: sessionSchema },
      async handle({ body: { username, token, password }, request }) {
        let executed: Executed | undefined;
        // As with passwords, only attempts that fail count against whoever makes them.
        await limit.guard(username, request.ip ?? '', async () => {
          executed = await door.execute(
            {
              name: 'set-password',
              target: `person:${username}`,
              input: { link: secretHash(token), password: await hashPassword(password) },
            },
            { ...linkActor, id: `link:${username}` },
          );
          return executed.ok ? executed : null;
        });
        const { person } = answerOf(executed!).result;
        const found = await people.byId(String(person));
        if (found === null) throw new Error('a person who has just set a password is not in the store');
        return signedIn(found, request);
      },
    }),
  ];
}

/** Who holds a link to set a password, before anybody knows who it is. */
const linkActor: Actor = {
  kind: 'system',
  id: 'link',
  name: { zh: '一次性链接', en: 'one-time link' },
  roles: [],
  warehouse: null,
  commands: ['set-password'],
};

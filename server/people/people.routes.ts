import { sessionSchema, signInOptionsSchema, signInSchema } from '../../rules-library/contract/session.ts';
import { callerOf } from '../http/caller.ts';
import { RequestError } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { writeSessionCookie } from '../http/session-cookie.ts';
import { records, type Store } from '../store/store.ts';
import { demoPeople } from './demo-people.ts';
import { firstPasswordRoutes } from './first-password.routes.ts';
import { passwordFits } from './password.ts';
import type { Person } from './person.ts';
import { SignInLimit } from './sign-in-limit.ts';
import { isSecure, signing, type SigningOptions } from './signing.ts';
import type { Door } from '../door/door.ts';

export interface PeopleRoutesOptions extends SigningOptions {
  store: Store;
  door: Door;
}

/** Signing in and out, who am I, and the first person of a new store. */
export function peopleRoutes(options: PeopleRoutesOptions): Route[] {
  const { store, door, sessions, company, demoAllowed } = options;
  const people = records<Person>(store, 'people');
  const limit = new SignInLimit();
  const { sessionOf, signedIn } = signing(options);

  return [
    defineRoute({
      method: 'get',
      path: '/session/options',
      summary: { zh: '登录页要显示的内容', en: 'What the sign-in page shows' },
      access: { kind: 'public' },
      answers: { 200: signInOptionsSchema },
      async handle() {
        const known = await people.find({}, { limit: 50 });
        const demo = demoAllowed && company.get().demo;
        const byId = new Map(known.filter((person) => person.demo).map((person) => [person._id, person]));
        return {
          body: {
            demo,
            people: demo
              ? demoPeople.flatMap(({ role }) => {
                  const person = byId.get(role);
                  return person === undefined ? [] : [{ username: role, name: person.name, role }];
                })
              : [],
            setUpNeeded: known.length === 0,
          },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/session',
      summary: { zh: '我是谁，能按哪些按钮', en: 'Who am I, and my buttons' },
      access: { kind: 'read', read: 'session' },
      answers: { 200: sessionSchema },
      handle: ({ actor }) => ({ body: sessionOf(actor) }),
    }),
    defineRoute({
      method: 'post',
      path: '/session',
      summary: { zh: '登录', en: 'Sign in' },
      access: { kind: 'public' },
      body: signInSchema,
      limit: 4096,
      answers: { 201: sessionSchema },
      async handle({ body, request }) {
        const person = await limit.guard(body.username, request.ip ?? '', async () => {
          const found = await people.byId(body.username);
          const usable =
            found !== null && found.disabledAt === null && (!found.demo || demoAllowed) ? found : null;
          const fits = await passwordFits(usable?.passwordHash ?? null, body.password);
          if (!fits && usable !== null) await sessions.refused(usable._id);
          return fits ? usable : null;
        });
        if (person === null) {
          throw new RequestError('not-signed-in', {
            zh: '用户名或密码不对，请重试。',
            en: 'User name or password is wrong. Try again.',
          });
        }
        return signedIn(person, request);
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/session',
      summary: { zh: '退出登录', en: 'Sign out' },
      access: { kind: 'public' },
      answers: { 204: null },
      async handle({ request }) {
        const caller = callerOf(request);
        if (caller?.via.kind === 'session') await sessions.end(caller.via.session, caller.actor);
        return {
          status: 204,
          headers: {
            'Set-Cookie': writeSessionCookie(null, { secure: isSecure(request), maxAgeSeconds: 0 }),
          },
        };
      },
    }),
    ...firstPasswordRoutes({ store, door, limit, signedIn }),
  ];
}

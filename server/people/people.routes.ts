import type { Request } from 'express';
import {
  sessionSchema,
  setUpSchema,
  signInOptionsSchema,
  signInSchema,
  type Session,
} from '../../rules-library/contract/session.ts';
import { joinSchema } from '../../rules-library/contract/people.ts';
import { callerOf } from '../http/caller.ts';
import { RequestError } from '../http/request-error.ts';
import { defineRoute, type Route, type RouteReply } from '../http/route.ts';
import { writeSessionCookie } from '../http/session-cookie.ts';
import { roles } from '../../rules-library/choices/roles.ts';
import { roomsOf } from '../sockets/rooms.ts';
import { records, type Store } from '../store/store.ts';
import type { Company } from './company.ts';
import { demoPeople } from './demo-people.ts';
import { useSetUpLink } from './first-people.ts';
import { hashPassword, passwordFits } from './password.ts';
import { actorOf, type Person } from './person.ts';
import { secretHash } from './secret.ts';
import { mostMs, type Sessions } from './sessions.ts';
import { SignInLimit } from './sign-in-limit.ts';
import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import type { Permissions } from '../door/permission.ts';
import { answerOf } from '../http/executed.ts';
import { ownButtons } from '../permissions/own-buttons.ts';

export interface PeopleRoutesOptions {
  store: Store;
  door: Door;
  permissions: Permissions;
  sessions: Sessions;
  company: Company;
  demoAllowed: boolean;
}

/** Signing in and out, who am I, and the first person of a new store. */
export function peopleRoutes(options: PeopleRoutesOptions): Route[] {
  const { store, door, permissions, sessions, company, demoAllowed } = options;
  const people = records<Person>(store, 'people');
  const limit = new SignInLimit();
  const sessionOf = (actor: Actor): Session => ({
    person: {
      id: actor.id.slice('person:'.length),
      name: actor.name,
      roles: [...actor.roles],
      warehouse: actor.warehouse,
    },
    ...ownButtons(permissions, actor),
    rooms: roomsOf(actor),
    demo: company.get().demo && demoAllowed,
    company: { name: company.get().name, zone: company.get().zone },
  });
  const signedIn = async (person: Person, secure: boolean): Promise<RouteReply> => ({
    status: 201,
    body: sessionOf(actorOf(person)),
    headers: {
      'Set-Cookie': writeSessionCookie(await sessions.open(person), {
        secure,
        maxAgeSeconds: mostMs / 1000,
      }),
    },
  });

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
          return fits ? usable : null;
        });
        if (person === null) {
          throw new RequestError('not-signed-in', {
            zh: '用户名或密码不对，请重试。',
            en: 'User name or password is wrong. Try again.',
          });
        }
        return signedIn(person, isSecure(request));
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
        if (caller?.via.kind === 'session') await sessions.end(caller.via.session);
        return {
          status: 204,
          headers: {
            'Set-Cookie': writeSessionCookie(null, { secure: isSecure(request), maxAgeSeconds: 0 }),
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/session/set-up',
      summary: { zh: '用启动时的一次性链接建立第一个人', en: 'Make the first person by the one-time link' },
      access: { kind: 'public' },
      body: setUpSchema,
      limit: 4096,
      answers: { 201: sessionSchema },
      async handle({ body, request }) {
        const allowed = await limit.guard('set-up', request.ip ?? '', async () =>
          (await useSetUpLink(store, body.token)) ? true : null,
        );
        if (allowed === null) {
          throw new RequestError('not-your-button', {
            zh: '这个链接已用过或不对。重新启动后会显示新的链接。',
            en: 'This link was used or is wrong. A restart prints a new one while nobody exists.',
          });
        }
        // The first person may do everything, until there are others to share it with.
        const person: Person = {
          _id: body.username,
          rev: 0,
          name: { zh: body.name, en: body.name },
          roles: roles.map(({ value }) => value),
          warehouse: null,
          passwordHash: await hashPassword(body.password),
          demo: false,
          createdAt: store.clock.now(),
          disabledAt: null,
        };
        await people.insert(person);
        return signedIn(person, isSecure(request));
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
        const joined = await limit.guard(username, request.ip ?? '', async () =>
          door.execute(
            {
              name: 'set-password',
              target: `person:${username}`,
              input: { link: secretHash(token), password: await hashPassword(password) },
            },
            { ...linkActor, id: `link:${username}` },
          ),
        );
        const { person } = answerOf(joined!).result;
        const found = await people.byId(String(person));
        if (found === null) throw new Error('a person who has just set a password is not in the store');
        return signedIn(found, isSecure(request));
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

/** Whether the person came by HTTPS, also when a proxy in front of this server ended it. */
function isSecure(request: Request): boolean {
  return request.secure || (request.headers.origin?.startsWith('https://') ?? false);
}

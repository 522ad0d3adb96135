import { z } from 'zod';
import {
  personInputSchema,
  personViewSchema,
  reasonedSchema,
  setUpLinkSchema,
  signInViewSchema,
  type SetUpLink,
} from '../../rules-library/contract/people.ts';
import type { Actor } from '../door/actor.ts';
import type { CommandCall, Door } from '../door/door.ts';
import { answerOf } from '../http/executed.ts';
import { notFound } from '../http/request-error.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';
import { personView, type Person } from './person.ts';
import { keyOfSecret, newSecret } from './secret.ts';
import type { Sessions } from './sessions.ts';

const buttons = ['create-person', 'set-roles', 'disable-person', 'enable-person', 'renew-set-up-link'];
const mostPeople = 1000;
const params = z.object({ id: z.string().min(1).max(80) });

/** People as the steward looks after them. Whatever changes them is a press; these two calls also show the link, once. */
export function peopleAdminRoutes(options: { store: Store; door: Door; sessions: Sessions }): Route[] {
  const { store, door, sessions } = options;
  const people = records<Person>(store, 'people');
  const personOf = async (id: string): Promise<Person> => {
    const person = await people.byId(id);
    if (person === null) throw notFound({ zh: '人员', en: 'person' }, id);
    return person;
  };
  /** Presses with a new link's hash as its key, then tells the link. */
  const withLink = async (call: Omit<CommandCall, 'key'>, actor: Actor): Promise<SetUpLink> => {
    const token = newSecret();
    const { result } = answerOf(await door.execute({ ...call, key: keyOfSecret(token) }, actor));
    const person = personView(await personOf(String(result.person)), store.clock.now());
    return { person, token, until: person.linkUntil ?? new Date(store.clock.now()).toISOString() };
  };

  return [
    defineRoute({
      method: 'get',
      path: '/people',
      summary: { zh: '人员，按用户名排列', en: 'People, by user name' },
      access: { kind: 'read', read: 'people', buttons },
      answers: { 200: z.object({ items: z.array(personViewSchema), next: z.null() }) },
      async handle() {
        const found = await people.find({}, { sort: { _id: 1 }, limit: mostPeople });
        const now = store.clock.now();
        return { body: { items: found.map((person) => personView(person, now)), next: null } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/people',
      summary: { zh: '新建人员，设置链接只显示一次', en: 'Add a person; the link is shown once' },
      access: { kind: 'command', command: 'create-person' },
      body: personInputSchema.extend(reasonedSchema.shape),
      answers: { 201: setUpLinkSchema },
      async handle({ body: { reason, voucher, ...input }, actor }) {
        return {
          status: 201,
          body: await withLink({ name: 'create-person', input, reason, voucher }, actor),
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/people/:id/set-up-link',
      summary: { zh: '给一个人新的设置链接，只显示一次', en: 'A new link for a person; it is shown once' },
      access: { kind: 'command', command: 'renew-set-up-link' },
      params,
      body: reasonedSchema,
      answers: { 201: setUpLinkSchema },
      async handle({ params: { id }, body: { reason, voucher }, actor }) {
        const call = { name: 'renew-set-up-link', target: `person:${id}`, input: {}, reason, voucher };
        return { status: 201, body: await withLink(call, actor) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/people/:id/sessions',
      summary: { zh: '一个人现在在哪里登录着', en: 'Where a person is signed in now' },
      access: { kind: 'read', read: 'people', buttons: ['end-session', 'disable-person'] },
      params,
      answers: { 200: z.object({ items: z.array(signInViewSchema), next: z.null() }) },
      async handle({ params: { id } }) {
        const open = await sessions.openOf(await personOf(id));
        const items = open.map(({ _id, createdAt, seenAt, expiresAt }) => ({
          id: _id,
          createdAt: new Date(createdAt).toISOString(),
          seenAt: new Date(seenAt).toISOString(),
          expiresAt: expiresAt.toISOString(),
        }));
        return { body: { items, next: null } };
      },
    }),
  ];
}

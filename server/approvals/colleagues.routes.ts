import { z } from 'zod';
import { colleagueSchema } from '../../rules-library/contract/colleagues.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Person } from '../people/person.ts';
import { records, type Store } from '../store/store.ts';

const mostPeople = 1000;

/** Who a step can be handed on to: everybody who signs in here, by name and role. */
export function colleagueRoutes(store: Store): Route[] {
  const people = records<Person>(store, 'people');
  return [
    defineRoute({
      method: 'get',
      path: '/colleagues',
      summary: { zh: '可以转交给谁', en: 'Whom something can be handed on to' },
      access: { kind: 'read', read: 'approvals' },
      answers: { 200: z.object({ items: z.array(colleagueSchema), next: z.null() }) },
      async handle() {
        const found = await people.find({ disabledAt: null }, { sort: { _id: 1 }, limit: mostPeople });
        const items = found.map(({ _id: id, name, roles }) => ({ id, name, roles }));
        return { body: { items, next: null } };
      },
    }),
  ];
}

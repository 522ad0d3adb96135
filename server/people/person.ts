import type { PersonView } from '../../rules-library/contract/people.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';

/** Someone who signs in. `_id` is the sign-in name and never changes. */
export interface Person {
  _id: string;
  rev: number;
  name: Text;
  roles: string[];
  warehouse: string | null;
  /** Null until they have set one with their link. */
  passwordHash: string | null;
  /** Made for a demo store: works only where the server is bound to loopback and demo is on. */
  demo: boolean;
  createdAt: number;
  disabledAt: number | null;
  /** The open link to set a password: its hash, and until when it works (epoch ms). */
  setUp?: { tokenHash: string; until: number } | null;
  /** Sign-ins opened before this moment do not hold any more. */
  signInsFrom?: number;
}

/** How long a link to set a password works. */
export const linkMs = 7 * 24 * 3_600_000;

export function actorOf(person: Person): Actor {
  return {
    kind: 'person',
    id: `person:${person._id}`,
    name: person.name,
    roles: person.roles,
    warehouse: person.warehouse,
  };
}

/** A person as the steward sees them. */
export function personView(person: Person, now: number): PersonView {
  const until = person.setUp?.until ?? 0;
  return {
    id: person._id,
    name: person.name,
    roles: person.roles,
    warehouse: person.warehouse,
    demo: person.demo,
    createdAt: new Date(person.createdAt).toISOString(),
    disabledAt: person.disabledAt === null ? null : new Date(person.disabledAt).toISOString(),
    linkUntil: until > now ? new Date(until).toISOString() : null,
    hasPassword: person.passwordHash !== null,
  };
}

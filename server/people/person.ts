import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';

/** Someone who signs in. `_id` is the sign-in name and never changes. */
export interface Person {
  _id: string;
  rev: number;
  name: Text;
  roles: string[];
  warehouse: string | null;
  passwordHash: string;
  /** Made for a demo store: works only where the server is bound to loopback and demo is on. */
  demo: boolean;
  createdAt: number;
  disabledAt: number | null;
}

export function actorOf(person: Person): Actor {
  return {
    kind: 'person',
    id: `person:${person._id}`,
    name: person.name,
    roles: person.roles,
    warehouse: person.warehouse,
  };
}

/** Names of the commands that have a button and that one of these roles may press. */
export function buttonsOf(commands: Iterable<CommandDefinition>, roles: readonly string[]): string[] {
  return [...commands]
    .filter((command) => command.button && command.roles.some((role) => roles.includes(role)))
    .map((command) => command.name);
}

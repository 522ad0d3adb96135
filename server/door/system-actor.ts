import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from './actor.ts';

/** The server itself. */
export const systemActor: Actor = {
  kind: 'system',
  id: 'system',
  name: { zh: '系统', en: 'System' },
  roles: [],
  warehouse: null,
};

/** The server on behalf of a person who has no session yet, or is about to have none: the audit names them. */
export function onBehalfOf(person: { _id: string; name: Text; roles: readonly string[] }): Actor {
  return { ...systemActor, id: `person:${person._id}`, name: person.name, roles: person.roles };
}

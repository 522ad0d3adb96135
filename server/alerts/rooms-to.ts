import type { Recipient } from './alert.ts';

/** The rooms of recipients, each once: a role of one warehouse is heard in the warehouse's room. */
export function roomsTo(to: readonly Recipient[]): string[] {
  const rooms = to.flatMap(({ role, person, warehouse }) => [
    ...(warehouse === undefined ? [] : [`warehouse:${warehouse}`]),
    ...(role === undefined || warehouse !== undefined ? [] : [`role:${role}`]),
    ...(person === undefined ? [] : [person.startsWith('person:') ? person : `person:${person}`]),
  ]);
  return [...new Set(rooms.length === 0 ? ['role:operations'] : rooms)].sort();
}

import type { Actor } from '../door/actor.ts';

/** The rooms a person hears: their roles, themselves, their warehouse. Systems hear none. Never asked of the client. */
export function roomsOf(actor: Actor): string[] {
  if (actor.kind !== 'person') return [];
  return [
    ...actor.roles.map((role) => `role:${role}`),
    actor.id,
    ...(actor.warehouse === null ? [] : [`warehouse:${actor.warehouse}`]),
  ];
}

import { roles } from '../../rules-library/choices/roles.ts';
import type { WhoAsked } from '../../rules-library/schema/who-asked.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';

const personPrefix = 'person:';

/** `person:ID`, however the drawing writes it. */
function personId(person: string): string {
  return person.startsWith(personPrefix) ? person : `${personPrefix}${person}`;
}

/** One word for whom something is asked of, by which what waits for somebody is found: `person:ID`, `role:R`, `role:R@W`. */
export function audienceOf({ role, warehouse, person }: WhoAsked): string {
  if (person !== undefined) return personId(person);
  return warehouse === undefined ? `role:${role}` : `role:${role}@${warehouse}`;
}

/** Everything this person may be asked as. */
export function audiencesOf(actor: Actor): string[] {
  const roleNames = actor.roles.map((role) => `role:${role}`);
  const there = actor.warehouse === null ? [] : roleNames.map((role) => `${role}@${actor.warehouse}`);
  return [actor.id, ...roleNames, ...there];
}

/** Whether it is this person who is asked. */
export function isAsked(who: WhoAsked, actor: Actor): boolean {
  return audiencesOf(actor).includes(audienceOf(who));
}

/** Rooms in which those who are asked hear of it. */
export function roomsOfWho({ role, warehouse, person }: WhoAsked): string[] {
  if (person !== undefined) return [personId(person)];
  return [warehouse === undefined ? `role:${role}` : `warehouse:${warehouse}`];
}

/** 「审批」, 「WH03 的仓管」, or the sign-in name of a person. */
export function whoWords({ role, warehouse, person }: WhoAsked): Text {
  if (person !== undefined) {
    const name = personId(person).slice(personPrefix.length);
    return { zh: name, en: name };
  }
  const label = roles.find(({ value }) => value === role)?.label ?? { zh: String(role), en: String(role) };
  if (warehouse === undefined) return label;
  return { zh: `${warehouse} 的${label.zh}`, en: `${label.en} of ${warehouse}` };
}

import type { z } from 'zod';
import type { setUpSchema } from '../../rules-library/contract/session.ts';
import type { Config } from '../config.ts';
import { isLoopback } from '../config.ts';
import type { Door } from '../door/door.ts';
import { systemActor } from '../door/system-actor.ts';
import { answerOf } from '../http/executed.ts';
import { records, type Store } from '../store/store.ts';
import { firstPerson } from './create-first-person.handler.ts';
import { demoPassword } from './demo-people.ts';
import { hashPassword } from './password.ts';
import type { Person } from './person.ts';
import { newSecret, secretHash } from './secret.ts';

/** How the first person gets in. */
export type FirstPeople =
  | { kind: 'known' }
  | { kind: 'demo' }
  /** Nobody exists: whoever has this token makes the first person. Printed once, stored as a hash. */
  | { kind: 'set-up'; token: string };

/** Whether demo people may be made and signed in here: wanted, and reachable from this machine only. */
export function demoAllowed(config: Pick<Config, 'demo' | 'host'>): boolean {
  return config.demo && isLoopback(config.host);
}

/** Makes demo people on an empty store where that is allowed, otherwise a one-time set-up link. */
export async function makeFirstPeople(
  door: Door,
  store: Store,
  config: Pick<Config, 'demo' | 'host'>,
): Promise<FirstPeople> {
  const demo = demoAllowed(config);
  const known = await records<Person>(store, 'people').find({}, { limit: 50 });
  if (known.length > 0) {
    return known.every((person) => person.demo) && demo ? { kind: 'demo' } : { kind: 'known' };
  }
  const token = newSecret();
  const entry = demo ? { passwordHash: await hashPassword(demoPassword) } : { tokenHash: secretHash(token) };
  answerOf(await door.execute({ name: 'set-up-company', input: { demo, ...entry } }, systemActor));
  return demo ? { kind: 'demo' } : { kind: 'set-up', token };
}

/** The first person, made with the one-time link; null when it is wrong, was used, or somebody exists by now. */
export async function createFirstPerson(
  door: Door,
  { token, username, name, password }: z.output<typeof setUpSchema>,
): Promise<Person | null> {
  const input = {
    username,
    name,
    passwordHash: await hashPassword(password),
    tokenHash: secretHash(token),
  };
  const made = await door.execute({ name: 'create-first-person', input }, systemActor);
  return made.ok ? firstPerson(input, 0) : null;
}

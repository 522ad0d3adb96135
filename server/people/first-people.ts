import type { Config } from '../config.ts';
import { isLoopback } from '../config.ts';
import { records, type Store } from '../store/store.ts';
import { demoPassword, demoPeople } from './demo-people.ts';
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
  store: Store,
  config: Pick<Config, 'demo' | 'host'>,
): Promise<FirstPeople> {
  const people = records<Person>(store, 'people');
  const known = await people.find({}, { limit: 50 });
  if (known.length > 0) {
    return known.every((person) => person.demo) && demoAllowed(config) ? { kind: 'demo' } : { kind: 'known' };
  }
  if (!demoAllowed(config)) {
    const token = newSecret();
    await store
      .collection('settings')
      .updateOne(
        { _id: 'set-up' } as never,
        { $set: { rev: 0, tokenHash: secretHash(token), usedAt: null } },
        { upsert: true },
      );
    return { kind: 'set-up', token };
  }
  const passwordHash = await hashPassword(demoPassword);
  for (const { role, name, warehouse } of demoPeople) {
    await people.insert({
      _id: role,
      rev: 0,
      name,
      roles: [role],
      warehouse,
      passwordHash,
      demo: true,
      createdAt: store.clock.now(),
      disabledAt: null,
    });
  }
  return { kind: 'demo' };
}

/** Marks the set-up link as used; false when the token is wrong, was used, or somebody exists by now. */
export async function useSetUpLink(store: Store, token: string): Promise<boolean> {
  const someone = await records<Person>(store, 'people').find({}, { limit: 1 });
  if (someone.length > 0) return false;
  const { modifiedCount } = await store
    .collection('settings')
    .updateOne({ _id: 'set-up', tokenHash: secretHash(token), usedAt: null } as never, {
      $set: { usedAt: store.clock.now() },
    });
  return modifiedCount === 1;
}

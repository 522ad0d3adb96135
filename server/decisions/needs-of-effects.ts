import type { Need, State } from '../door/handler.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import { needsToLock, type Lockable } from '../stock/lock/needs-to-lock.ts';
import { needsOfLocks } from '../stock/order-locks.ts';

type NeedsOfEffect = (order: Lockable, state?: State) => Need[];

/** Effects on an order that read more than its facts are made of. */
const readers: Readonly<Record<string, NeedsOfEffect>> = {
  'lock-stock': (order, state) => needsToLock(order, {}, state),
  'release-lock': needsOfLocks,
  'extend-lock': needsOfLocks,
  'confirm-lock': needsOfLocks,
  'set-priority': needsOfLocks,
  'mark-rush': needsOfLocks,
};

const known = new WeakMap<ActiveRelease, readonly NeedsOfEffect[]>();

/** What rules of a release may read of an order beyond its facts; nothing where none of them presses such a button. */
export function needsOfEffects(release: ActiveRelease, order: Lockable, state?: State): Need[] {
  let own = known.get(release);
  if (own === undefined) {
    const pressed = new Set(release.rules.map(({ event }) => event.type));
    own = Object.entries(readers).flatMap(([command, needs]) => (pressed.has(command) ? [needs] : []));
    known.set(release, own);
  }
  return own.flatMap((needs) => needs(order, state));
}

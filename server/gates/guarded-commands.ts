import { gatedCommandOf } from '../../rules-library/choices/gated-commands.ts';
import type { JsonCondition } from '../../rules-library/schema/rule.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

const guarded = new WeakMap<ActiveRelease, ReadonlySet<string>>();

/** Buttons that some rule of a release stands before, in a season or out of one: only these are asked about. */
export function guardedCommands(release: ActiveRelease): ReadonlySet<string> {
  let known = guarded.get(release);
  if (known === undefined) {
    known = new Set(release.rules.flatMap(({ conditions }) => gatesOf(conditions)));
    guarded.set(release, known);
  }
  return known;
}

/** The compiler puts the event a rule is for at the top of its conditions. */
function gatesOf(condition: JsonCondition): string[] {
  const parts = 'all' in condition ? condition.all : [condition];
  return parts.flatMap((part) => {
    if (!('fact' in part) || part.fact !== 'event.type') return [];
    const events: readonly unknown[] = Array.isArray(part.value) ? part.value : [part.value];
    return events.flatMap((event) => (typeof event === 'string' ? (gatedCommandOf(event) ?? []) : []));
  });
}

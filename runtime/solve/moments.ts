import type { Assignment, Wishes } from './assign.ts';
import type { Variables } from './variable.ts';

const minute = 60_000;
const now = 'clock.now';

/**
 * Sets the moments behind calculated differences, so that calculating gives these differences again. The clock stays where it
 * is unless the other moment is settled by itself.
 */
export function setMoments(
  facts: Record<string, unknown>,
  assignment: Assignment,
  variables: Variables,
  wishes: Wishes,
): void {
  const settled = new Set([...assignment.keys()].map(({ fact }) => fact));
  for (const [{ derived }, minutes] of assignment) {
    if (derived?.calculate !== 'difference') continue;
    if (typeof minutes !== 'number') continue;
    const [first, second] = [String(derived.with.from), String(derived.with.to)].sort() as [string, string];
    const apart = Math.round(minutes * minute);
    const keepsFirst = settled.has(second) ? settled.has(first) : second !== now || settled.has(first);
    const [kept, moved, step] = keepsFirst ? [first, second, apart] : [second, first, -apart];
    const wished = wishes(variables.of(kept)).find((value) => typeof value === 'number') ?? 0;
    const base = momentOf(facts, kept) ?? backFrom(momentOf(facts, moved), step) ?? wished;
    facts[kept] = base;
    facts[moved] = base + step;
  }
}

function backFrom(moment: number | undefined, step: number): number | undefined {
  return moment === undefined ? undefined : moment - step;
}

function momentOf(facts: Readonly<Record<string, unknown>>, fact: string): number | undefined {
  const moment = facts[fact];
  return typeof moment === 'number' ? moment : undefined;
}

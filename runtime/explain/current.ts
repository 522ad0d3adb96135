import type { Facts } from '../../rules-library/schema/rule.ts';
import { readPath } from '../path.ts';
import { isOpaque, type Variable } from '../solve/variable.ts';

/** A fact that is changed and, where it has one, the place within it. */
export function changedBy(variable: Variable): string | undefined {
  const { fact, derived } = variable;
  if (derived === undefined || isOpaque(variable)) return fact;
  if (derived.calculate === 'line-condition') return 'lines';
  // A difference changes by its moment, not by the clock; cases of calculations by what these look at.
  const { from, to } = derived.with as { from?: string; to?: string };
  return derived.calculate === 'difference' ? (from === 'clock.now' ? to : from) : undefined;
}

/** What a variable is on these prepared facts. */
export function currentOf({ fact, path, derived }: Variable, facts: Facts): unknown {
  if (derived?.calculate === 'difference') {
    const [first, second] = [String(derived.with.from), String(derived.with.to)].sort() as [string, string];
    const [start, end] = [facts[first], facts[second]];
    return typeof start === 'number' && typeof end === 'number' ? (end - start) / 60_000 : undefined;
  }
  if (!Object.hasOwn(facts, fact)) return undefined;
  return (path === undefined ? facts[fact] : readPath(facts[fact], path)) ?? undefined;
}

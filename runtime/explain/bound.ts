import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Literals } from '../solve/literal.ts';
import type { State } from '../solve/state.ts';

/** All numbers from the proposed one up, or down, would do as well; null where that is not so. */
export type Bound = 'at-least' | 'at-most' | null;

/** Whether the proposed number is the first of all those beyond it; a far one is tried too. */
export function boundOf(
  { fact, to }: { fact: string; to: unknown },
  changed: Facts,
  state: State,
  literals: Literals,
  matches: (facts: Facts) => boolean,
): Bound {
  if (typeof to !== 'number') return null;
  const variable = literals.variables.of(fact);
  const isCompared = state.relations.some(
    ({ relation: { left, right } }) => left === variable || right === variable,
  );
  if (isCompared || !state.narrowed.includes(variable)) return null;
  const interval = state.domainOf(variable).numbers.find(({ low, high }) => low <= to && to <= high);
  if (interval === undefined || (interval.low === -Infinity) === (interval.high === Infinity)) return null;
  const upward = interval.high === Infinity;
  const far = upward ? to + Math.abs(to) + 1000 : to - Math.abs(to) - 1000;
  if (!matches({ ...changed, [fact]: far })) return null;
  return upward ? 'at-least' : 'at-most';
}

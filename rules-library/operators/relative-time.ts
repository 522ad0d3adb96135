import type { LowerContext } from '../define/operator.ts';
import type { Comparison, Condition } from '../schema/condition.ts';
import type { DerivedFact } from '../schema/rule.ts';

interface Relative {
  from: 'fact' | 'now';
  to: 'fact' | 'now';
  /** The difference has to lie between nothing and the given minutes. */
  within?: boolean;
  operator?: string;
}

/** A comparison with the clock becomes one of a calculated difference in minutes: `FLOW.NODE.since.FACT` or `FLOW.NODE.until.FACT`. */
export function lowerRelativeTime(
  comparison: Comparison,
  context: LowerContext,
  relative: Relative,
): { condition: Condition; derived: DerivedFact[] } {
  const side = (name: 'fact' | 'now'): string => (name === 'now' ? 'clock.now' : comparison.fact);
  const from = side(relative.from);
  const to = side(relative.to);
  const direction = relative.to === 'now' ? 'since' : 'until';
  const id = `${context.result}.${direction}.${comparison.fact}`;
  const derived = { id, calculate: 'difference', with: { from, to, unit: 'minutes' }, reads: [from, to] };
  const compare = (operator: string, value: Comparison['value']): Comparison => ({
    id: comparison.id,
    fact: id,
    operator,
    value,
  });
  const condition: Condition = relative.within
    ? { all: [compare('greaterThanInclusive', 0), compare('lessThanInclusive', comparison.value)] }
    : compare(relative.operator ?? 'lessThan', comparison.value);
  return { condition, derived: [derived] };
}

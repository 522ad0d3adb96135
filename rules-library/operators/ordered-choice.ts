import type { LowerContext } from '../define/operator.ts';
import type { Comparison, Condition } from '../schema/condition.ts';
import type { DerivedFact } from '../schema/rule.ts';

/** "At least gold" is one of gold and all that stand before it. A value that is no choice leaves nothing to be in. */
export function lowerOrderedChoice(
  comparison: Comparison,
  context: LowerContext,
  bound: 'least' | 'most',
): { condition: Condition; derived: DerivedFact[] } {
  const choices = context.orderedChoices ?? [];
  const index = typeof comparison.value === 'string' ? choices.indexOf(comparison.value) : -1;
  const value = index === -1 ? [] : bound === 'least' ? choices.slice(0, index + 1) : choices.slice(index);
  return { condition: { ...comparison, operator: 'in', value: [...value] }, derived: [] };
}

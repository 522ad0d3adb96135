import type { LowerContext } from '../define/operator.ts';
import type { Comparison, Condition } from '../schema/condition.ts';
import type { DerivedFact } from '../schema/rule.ts';

/** A list kept by name is the fact `list.ID`; a fact that is a list itself has to share an entry with it. */
export function lowerNamedList(
  comparison: Comparison,
  context: LowerContext,
  on: boolean,
): { condition: Condition; derived: DerivedFact[] } {
  const plain = on ? 'in' : 'notIn';
  const shared = on ? 'containsAny' : 'containsNone';
  const value =
    typeof comparison.value === 'string' ? { fact: `list.${comparison.value}` } : comparison.value;
  return {
    condition: { ...comparison, operator: context.factType === 'list' ? shared : plain, value },
    derived: [],
  };
}

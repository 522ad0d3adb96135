import type { JsonComparison, JsonCondition } from '../../rules-library/schema/rule.ts';

/** The comparisons of a rule's conditions, in order. */
export function comparisonsOf(condition: JsonCondition): JsonComparison[] {
  if ('all' in condition) return condition.all.flatMap(comparisonsOf);
  if ('any' in condition) return condition.any.flatMap(comparisonsOf);
  if ('not' in condition) return comparisonsOf(condition.not);
  return 'condition' in condition ? [] : [condition];
}

/** Facts a comparison reads on its right side. */
export function factsOnTheRight({ value }: JsonComparison): string[] {
  const parts = Array.isArray(value) ? value : [value];
  return parts.flatMap((part) => (typeof part === 'object' && part !== null ? [part.fact] : []));
}

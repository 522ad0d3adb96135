import type { JsonComparison, JsonCondition } from '../../rules-library/schema/rule.ts';

/** A comparison and whether it has to hold. */
export interface Demand {
  comparison: JsonComparison;
  holds: boolean;
}

/**
 * One way to make conditions come out as wanted: comparisons that have to hold and such that have not. Where there is a choice
 * (`any`, or an `all` that is to fail) `choose` picks one of so many ways. Null: there is none (an empty group, a name).
 */
export function demandsOf(
  condition: JsonCondition,
  wanted: boolean,
  choose: (ways: number) => number,
): Demand[] | null {
  if ('not' in condition) return demandsOf(condition.not, !wanted, choose);
  if ('condition' in condition) return null;
  if (!('all' in condition) && !('any' in condition)) return [{ comparison: condition, holds: wanted }];
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.length === 0) return wanted ? [] : null;
  const needsEvery = 'all' in condition === wanted;
  if (!needsEvery) return demandsOf(parts[choose(parts.length)]!, wanted, choose);
  const demands: Demand[] = [];
  for (const part of parts) {
    const own = demandsOf(part, wanted, choose);
    if (own === null) return null;
    demands.push(...own);
  }
  return demands;
}

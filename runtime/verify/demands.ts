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
  return together(parts.map((part) => demandsOf(part, wanted, choose)));
}

/**
 * Demands that make conditions fail by one thing: one part of an `all` (another with each turn), every part of an `any`. Event and
 * stage stay as they are asked for, so that the rule still applies. Null: there is no such way.
 */
export function demandsJustMissed(
  condition: JsonCondition,
  turn: number,
  choose: (ways: number) => number,
): Demand[] | null {
  const demands = missed(condition, (ways) => turn % ways, choose);
  const gone = new Set(demands?.filter(isToBeGone).map(({ comparison }) => comparison.fact));
  // A fact that is to be missing cannot be asked for anything else.
  return demands?.filter((demand) => isToBeGone(demand) || !gone.has(demand.comparison.fact)) ?? null;
}

function isToBeGone({ comparison, holds }: Demand): boolean {
  return comparison.operator === 'isPresent' && !holds;
}

function missed(
  condition: JsonCondition,
  chooseFirst: (ways: number) => number,
  choose: (ways: number) => number,
): Demand[] | null {
  if (!('all' in condition)) {
    if (!('any' in condition)) return demandsOf(condition, false, choose);
    return together(condition.any.map((part) => missed(part, choose, choose)));
  }
  const free = condition.all.filter((part) => !('fact' in part && part.fact.startsWith('event.')));
  const one = free.length === 0 ? undefined : free[chooseFirst(free.length)];
  if (one === undefined) return null;
  return together(
    condition.all.map((part) =>
      part === one ? missed(part, choose, choose) : demandsOf(part, true, choose),
    ),
  );
}

function together(parts: readonly (Demand[] | null)[]): Demand[] | null {
  return parts.length === 0 || parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

import type { DerivedFact, JsonRule } from '../../rules-library/schema/rule.ts';
import { textOfValue } from '../effects/same-value.ts';
import { factsOfParams } from '../facts-of-params.ts';
import { comparisonsOf, factsOnTheRight } from './comparisons.ts';
import type { RuleSet } from './judge.ts';

/** Rules of a candidate that are not in force just so: new, asking for something else, doing something else, or reading a fact calculated otherwise. */
export function changedRules(candidate: RuleSet, live: RuleSet | undefined): JsonRule[] {
  if (live === undefined) return [...candidate.rules];
  const calculatedThen = new Map(live.derived.map((fact) => [fact.id, textOfValue(fact)]));
  const calculated = new Map(candidate.derived.map((fact) => [fact.id, fact]));
  const moved = movedFacts(calculated, calculatedThen);
  const before = new Map(live.rules.map((rule) => [rule.id, whatItSays(rule)]));
  return candidate.rules.filter(
    (rule) => before.get(rule.id) !== whatItSays(rule) || factsOfRule(rule).some((fact) => moved.has(fact)),
  );
}

/** Its place among the others is no part of it. */
function whatItSays({ conditions, event }: JsonRule): string {
  return textOfValue([conditions, event]);
}

/** Derived facts calculated otherwise than before, or from such. */
function movedFacts(
  calculated: ReadonlyMap<string, DerivedFact>,
  then: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const [id, fact] of calculated) if (then.get(id) !== textOfValue(fact)) moved.add(id);
  for (let size = -1; size !== moved.size;) {
    size = moved.size;
    for (const [id, { reads }] of calculated) if (reads.some((fact) => moved.has(fact))) moved.add(id);
  }
  return moved;
}

function factsOfRule({ conditions, event }: JsonRule): string[] {
  return [
    ...comparisonsOf(conditions).flatMap((comparison) => [comparison.fact, ...factsOnTheRight(comparison)]),
    ...factsOfParams(event.params).map(({ fact }) => fact),
  ];
}

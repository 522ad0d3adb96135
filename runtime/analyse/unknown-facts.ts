import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { factsOfParams } from '../facts-of-params.ts';
import { testsOf } from '../solve/formula.ts';
import type { AnalysedRule } from './analysed-rule.ts';
import type { Finding } from './finding.ts';
import { nodesOf } from './nodes.ts';
import { fill } from './words.ts';

/** Facts of the company's own, lists and tables kept by name, and order lines have no definition. */
const withoutDefinition = /^(custom|list|table)\.|^lines$/;

/** Facts that rules or calculations read and nobody provides: such conditions wait for ever. */
export function unknownFactFindings(
  rules: readonly AnalysedRule[],
  derived: readonly DerivedFact[],
  vocabulary: Vocabulary,
): Finding[] {
  const own = new Set(derived.map(({ id }) => id));
  const inLines = new Set(
    derived
      .flatMap(({ with: { derived } }) => (derived as DerivedFact[] | undefined) ?? [])
      .map(({ id }) => id),
  );
  const users = new Map<string, Set<string>>();
  const use = (fact: string, user: string | undefined): void => {
    if (withoutDefinition.test(fact) || vocabulary.facts.has(fact) || own.has(fact) || inLines.has(fact))
      return;
    const known = users.get(fact) ?? new Set<string>();
    if (user !== undefined) known.add(user);
    users.set(fact, known);
  };
  for (const { rule, formula } of rules) {
    for (const { fact, value, operator } of testsOf(formula)) {
      if (operator === 'condition') continue;
      use(fact, rule.id);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) use(value.fact, rule.id);
    }
    for (const { fact } of factsOfParams(rule.event.params ?? {})) use(fact, rule.id);
  }
  for (const { reads } of derived) for (const fact of reads) use(fact, undefined);
  return [...users].map(([fact, ids]) => ({
    kind: 'unknown-fact',
    level: 'error',
    rules: [...ids],
    nodes: nodesOf([...ids]),
    text: fill(
      {
        zh: '没有谁提供业务数据「{0}」，用到它的条件永远缺数据',
        en: 'Nobody provides "{0}": conditions on it always lack data',
      },
      fact,
    ),
    cure: {
      zh: '换一项业务数据，或先把它接进来',
      en: 'Choose other business data, or have it provided first',
    },
    witness: null,
  }));
}

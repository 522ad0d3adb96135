import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { testsOf, type Goal } from '../solve/formula.ts';
import { isImpossible } from '../solve/solve.ts';
import type { Literals } from '../solve/literal.ts';
import { conjuncts, smallestCore } from './core.ts';
import type { ProofPart } from './finding.ts';
import { formulaWords } from './words.ts';

/** Most steps on one part of a proof. */
const budget = 20_000;

/** Names a smallest set of conditions that exclude each other. */
export function proofOf(goals: readonly Goal[], literals: Literals, vocabulary: Vocabulary): ProofPart[] {
  const parts = goals.flatMap(conjuncts);
  return smallestCore(parts, (some) => isImpossible(some, literals, budget)).map(({ formula, wanted }) => ({
    name: testsOf(formula).find(({ name }) => name !== undefined)?.name ?? null,
    text: formulaWords(wanted ? formula : { kind: 'not', part: formula }, vocabulary),
  }));
}

import type { Facts } from '../../rules-library/schema/rule.ts';
import { assignments, factsOf, type Assignment, type Wishes } from './assign.ts';
import type { Goal } from './formula.ts';
import { setLines, type LinePlace } from './lines.ts';
import type { Literals } from './literal.ts';
import { setMoments } from './moments.ts';
import { probed } from './probe.ts';
import { search } from './search.ts';
import { State } from './state.ts';

export interface SolveOptions {
  /** Whether these facts really show it: asked of the evaluator, never believed. */
  accept: (facts: Facts) => boolean;
  wishes: Wishes;
  /** Facts that are there anyway. */
  base?: Facts;
  /** Most steps of the search. */
  budget?: number;
  /** Most solutions that are put to the evaluator. */
  tries?: number;
  /** Told at the end how many steps it took. */
  spent?: (steps: number) => void;
}

/** Facts that show it; a proof that there are none; or neither. */
export type Verdict =
  | { kind: 'shown'; facts: Facts }
  | { kind: 'impossible' }
  /** `too-much`: not all ways were followed. `not-shown`: ways were found, but no facts for which the evaluator agrees. */
  | { kind: 'undecided'; why: 'too-much' | 'not-shown' };

export const usualBudget = 100_000;
const usualTries = 24;

/** Looks for facts that meet all goals, and believes only the evaluator. */
export function solve(goals: readonly Goal[], literals: Literals, options: SolveOptions): Verdict {
  const state = new State();
  const verdict = verdictOf(goals, literals, state, options);
  options.spent?.(state.steps);
  return verdict;
}

function verdictOf(goals: readonly Goal[], literals: Literals, state: State, options: SolveOptions): Verdict {
  const ways = search(goals, literals, state, { budget: options.budget ?? usualBudget });
  let tried = 0;
  for (;;) {
    const { done, value } = ways.next();
    if (done === true) {
      if (value === 'budget') return { kind: 'undecided', why: 'too-much' };
      return tried === 0 ? { kind: 'impossible' } : { kind: 'undecided', why: 'not-shown' };
    }
    for (const assignment of assignments(state, options.wishes)) {
      for (const facts of probed(realise(assignment, literals, options), assignment, literals.variables)) {
        if (options.accept(facts)) return { kind: 'shown', facts };
      }
    }
    tried += 1;
    if (tried >= (options.tries ?? usualTries)) return { kind: 'undecided', why: 'not-shown' };
  }
}

/** Facts with the values picked, and what calculated ones are calculated from. */
export function realise(
  assignment: Assignment,
  literals: Literals,
  { base = {}, wishes }: Pick<SolveOptions, 'base' | 'wishes'>,
  place?: LinePlace,
): Facts {
  const facts = factsOf(assignment, base);
  setMoments(facts, assignment, literals.variables, wishes);
  setLines(facts, assignment, literals, wishes, place);
  return facts;
}

/** Whether nothing can meet all goals: proved by following every way. */
export function isImpossible(goals: readonly Goal[], literals: Literals, budget = usualBudget): boolean {
  const { done, value } = search(goals, literals, new State(), { budget }).next();
  return done === true && value === 'all';
}

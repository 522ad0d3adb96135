import { meets, only, type Domain } from './domain.ts';
import type { Formula, Goal } from './formula.ts';
import type { Literals } from './literal.ts';
import { relationsAgree } from './relations.ts';
import type { State } from './state.ts';
import { someTexts } from './text-set.ts';
import type { Variable } from './variable.ts';

export interface SearchOptions {
  /** Most steps; then it ends without a verdict. */
  budget: number;
  /** Ways that are not worth following. */
  prune?: (state: State) => boolean;
}

/** One way on from a choice: values of a variable, formulas that have to come out so, or both. */
interface Branch {
  variable?: Variable;
  to?: Domain;
  goals: readonly Goal[];
}
/** A choice still to be made; `cases`: over the cases a variable stands for, once its values are settled. */
type Choice = { branches: readonly Branch[] } | { cases: Variable };

/**
 * Looks for values that make all goals come out as wanted: conjunctions are narrowed down at once, of the choices left the one
 * with the fewest ways still open is tried first (the procedure of Davis, Putnam, Logemann and Loveland, over sets of values
 * instead of signs). Yields each time nothing is left to choose: the state then holds what is left of each variable. Ends with
 * `all` when there is no other way, which proves that without a yield nothing can meet the goals; else with `budget`.
 */
export function* search(
  goals: readonly Goal[],
  literals: Literals,
  state: State,
  options: SearchOptions,
): Generator<void, 'all' | 'budget'> {
  return yield* new Search(literals, state, options).from([...goals], []);
}

class Search {
  private readonly literals: Literals;
  private readonly state: State;
  private readonly options: SearchOptions;

  constructor(literals: Literals, state: State, options: SearchOptions) {
    this.literals = literals;
    this.state = state;
    this.options = options;
  }

  *from(agenda: Goal[], open: readonly Choice[]): Generator<void, 'all' | 'budget'> {
    if (this.state.steps > this.options.budget) return 'budget';
    const mark = this.state.mark();
    const choices = this.settle(agenda, [...open]);
    let verdict: 'all' | 'budget' = 'all';
    if (choices !== undefined && this.options.prune?.(this.state) !== true) {
      const [next, rest] = fewest(choices);
      if (next === undefined) {
        if (relationsAgree(this.state)) yield;
      } else verdict = yield* this.follow(next, rest);
    }
    this.state.undo(mark);
    return verdict;
  }

  /** Tries the ways one after another, each without what an earlier one covers, so that no solution is met twice. */
  private *follow(branches: readonly Branch[], rest: readonly Choice[]): Generator<void, 'all' | 'budget'> {
    const covered: Goal[] = [];
    for (const { variable, to, goals } of branches) {
      const mark = this.state.mark();
      const fits = variable === undefined || to === undefined || this.state.narrow(variable, to);
      const verdict = fits ? yield* this.from([...goals, ...covered], rest) : 'all';
      this.state.undo(mark);
      if (verdict === 'budget') return 'budget';
      const [goal] = goals;
      if (variable === undefined && goal !== undefined && goals.length === 1)
        covered.push({ formula: goal.formula, wanted: !goal.wanted });
    }
    return 'all';
  }

  /** Everything that follows without choosing; undefined where it cannot be. */
  private settle(agenda: Goal[], open: Choice[]): { branches: readonly Branch[] }[] | undefined {
    let waiting = open;
    for (;;) {
      for (let goal = agenda.pop(); goal !== undefined; goal = agenda.pop()) {
        if (!this.assert(goal, agenda, waiting)) return undefined;
      }
      const left: (Choice & { branches: readonly Branch[] })[] = [];
      let settled = true;
      for (const choice of waiting) {
        const branches = this.branchesOf(choice);
        if (branches === 'done') continue;
        const viable = branches.filter((branch) => this.isOpen(branch));
        if (viable.length === 0) return undefined;
        if (viable.length > 1) {
          left.push('cases' in choice ? { ...choice, branches: viable } : { branches: viable });
          continue;
        }
        const { variable, to, goals } = viable[0]!;
        if (variable !== undefined && to !== undefined && !this.state.narrow(variable, to)) return undefined;
        agenda.push(...goals);
        settled = false;
      }
      waiting = left;
      if (settled) return left;
    }
  }

  private assert({ formula, wanted }: Goal, agenda: Goal[], open: Choice[]): boolean {
    const said = this.state.said(formula);
    if (said !== undefined) return said === wanted;
    this.state.say(formula, wanted);
    if (formula.kind === 'not') {
      agenda.push({ formula: formula.part, wanted: !wanted });
    } else if (formula.kind === 'test') {
      return this.assertTest(formula, wanted, open);
    } else if ((formula.kind === 'all') === wanted) {
      agenda.push(...formula.parts.map((part) => ({ formula: part, wanted })));
    } else {
      open.push({ branches: formula.parts.map((part) => ({ goals: [{ formula: part, wanted }] })) });
    }
    return true;
  }

  private assertTest(
    { source }: Extract<Formula, { kind: 'test' }>,
    wanted: boolean,
    open: Choice[],
  ): boolean {
    const literal = this.literals.of(source);
    if (literal.kind === 'relation') {
      this.state.relate({ relation: literal, wanted });
      return true;
    }
    const { variable } = literal;
    const sets = wanted ? literal.holds : literal.fails;
    if (sets.length > 1) {
      open.push({ branches: sets.map((to) => ({ variable, to, goals: [] })) });
      return true;
    }
    const [only] = sets;
    if (only === undefined || !this.state.narrow(variable, only)) return false;
    if (
      this.literals.casesOf(variable) !== undefined &&
      !open.some((one) => 'cases' in one && one.cases === variable)
    )
      open.push({ cases: variable });
    return true;
  }

  /** The ways of a choice, or that it is made already. */
  private branchesOf(choice: Choice): readonly Branch[] | 'done' {
    if ('branches' in choice && !('cases' in choice)) {
      const made = choice.branches.some((branch) => this.isMade(branch));
      return made ? 'done' : choice.branches;
    }
    const { cases } = choice as { cases: Variable };
    const { texts } = this.state.domainOf(cases);
    const formulas = this.literals.casesOf(cases)!;
    return [...formulas].flatMap(([id, formula]) => {
      if (texts.kind !== 'some' || !texts.values.has(id)) return [];
      return { variable: cases, to: only({ texts: someTexts([id]) }), goals: [{ formula, wanted: true }] };
    });
  }

  private isOpen({ variable, to, goals }: Branch): boolean {
    if (variable !== undefined && to !== undefined && !meets(this.state.domainOf(variable), to)) return false;
    return goals.every((goal) => this.isPossible(goal));
  }

  /** It surely comes out as wanted whatever is chosen later: its opposite is not possible. */
  private isMade({ variable, goals }: Branch): boolean {
    if (variable !== undefined) return false;
    return goals.every(({ formula, wanted }) => !this.isPossible({ formula, wanted: !wanted }));
  }

  /** Whether a goal may still be met, seen part by part. */
  private isPossible({ formula, wanted }: Goal): boolean {
    const said = this.state.said(formula);
    if (said !== undefined) return said === wanted;
    switch (formula.kind) {
      case 'not':
        return this.isPossible({ formula: formula.part, wanted: !wanted });
      case 'test': {
        this.state.steps += 1;
        const literal = this.literals.of(formula.source);
        if (literal.kind === 'relation') return true;
        const domain = this.state.domainOf(literal.variable);
        return (wanted ? literal.holds : literal.fails).some((set) => meets(domain, set));
      }
      case 'all':
      case 'any': {
        const each = (formula.kind === 'all') === wanted;
        const possible = (part: Formula): boolean => this.isPossible({ formula: part, wanted });
        return each ? formula.parts.every(possible) : formula.parts.some(possible);
      }
    }
  }
}

/** The choice with the fewest ways, and the others. */
function fewest(
  choices: readonly { branches: readonly Branch[] }[],
): [readonly Branch[] | undefined, readonly Choice[]] {
  const [first, ...others] = choices;
  if (first === undefined) return [undefined, []];
  const best = others.reduce(
    (least, one) => (one.branches.length < least.branches.length ? one : least),
    first,
  );
  return [best.branches, choices.filter((one) => one !== best)];
}

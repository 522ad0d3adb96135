import type { DerivedFact, Facts, JsonComparison } from '../../rules-library/schema/rule.ts';
import { baseOperator, operatorOf } from '../operators.ts';
import { factOf } from '../three-valued.ts';
import { constraintOf } from './constraint.ts';
import { anything, only, type Domain } from './domain.ts';
import type { Formula } from './formula.ts';
import { allNumbers, negateNumbers } from './intervals.ts';
import { CalculatedOutcomes } from './outcomes.ts';
import { opaqueId, type Variable, type Variables } from './variable.ts';

/** A comparison as sets of values of one variable. */
export interface Sets {
  kind: 'sets';
  variable: Variable;
  holds: readonly Domain[];
  fails: readonly Domain[];
  exact: boolean;
}

/** A comparison of two facts. */
export interface Relation {
  kind: 'relation';
  left: Variable;
  operator: string;
  right: Variable;
}

export type Literal = Sets | Relation;

/** Facts that are as they are. */
export interface Fixed {
  is: (fact: string) => boolean;
  facts: Facts;
}

export interface LiteralOptions {
  variables: Variables;
  /** Results that are calculated anew; others are facts like any other. */
  derived: readonly DerivedFact[];
  fixed?: Fixed;
}

/** What comparisons are about: facts, and what is calculated from them, read through to what it is calculated from. */
export class Literals {
  readonly variables: Variables;
  private readonly derived: ReadonlyMap<string, DerivedFact>;
  private readonly known = new WeakMap<JsonComparison, Literal>();
  private readonly outcomes: CalculatedOutcomes;
  private readonly fixed: Fixed | undefined;

  constructor(options: LiteralOptions) {
    this.variables = options.variables;
    this.fixed = options.fixed;
    this.derived = new Map(options.derived.map((one) => [one.id, one]));
    this.outcomes = new CalculatedOutcomes(this.derived, this.variables);
  }

  of(comparison: JsonComparison): Literal {
    const known = this.known.get(comparison);
    if (known !== undefined) return known;
    const made = this.make(comparison);
    this.known.set(comparison, made);
    return made;
  }

  /** When each value of a variable is the case, where it stands for the cases of a calculation. */
  casesOf(variable: Variable): ReadonlyMap<string, Formula> | undefined {
    return this.outcomes.casesOf(variable);
  }

  private make(comparison: JsonComparison): Literal {
    const { fact, path, operator, value } = comparison;
    const settled = this.settled(comparison);
    if (settled !== undefined) return settled;
    const derived = path === undefined ? this.derived.get(fact) : undefined;
    const isReference = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isReference && isPresence(operator)) return this.make({ ...comparison, value: true });
    if (isReference) {
      const left = derived === undefined ? this.variables.of(fact, path) : this.calculated(derived).variable;
      return { kind: 'relation', left, operator, right: this.variables.of(value.fact, value.path) };
    }
    const cases = derived && this.outcomes.literalOf(derived, operator, value);
    if (cases !== undefined) return cases;
    const { variable, mirrored } =
      derived === undefined
        ? { variable: this.variables.of(fact, path), mirrored: false }
        : this.calculated(derived);
    if (!isPresence(operator)) variable.constants.push(value);
    if (operator === 'matches' && typeof value === 'string')
      variable.hints.push(value.replace(/^\^|\$$/g, ''));
    const { holds, fails, exact } = constraintOf(comparison);
    const turn = (sets: readonly Domain[]): readonly Domain[] =>
      mirrored ? sets.map((set) => ({ ...set, numbers: negateNumbers(set.numbers) })) : sets;
    return { kind: 'sets', variable, holds: turn(holds), fails: turn(fails), exact };
  }

  /** A comparison of facts that cannot change: it holds or it does not. */
  private settled({ fact, path, operator, value }: JsonComparison): Sets | undefined {
    if (this.fixed === undefined || !this.fixed.is(fact)) return undefined;
    const isReference = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (isReference && !this.fixed.is(value.fact)) return undefined;
    const { facts } = this.fixed;
    const right = isReference ? factOf(facts, value.fact, value.path) : value;
    let holds = false;
    try {
      holds = operatorOf(operator)?.(factOf(facts, fact, path), right) ?? false;
    } catch {
      // As in a rule: what cannot be compared does not meet the condition.
    }
    const variable = this.variables.of(fact, path);
    const [always, never] = [[anything], []];
    return {
      kind: 'sets',
      variable,
      holds: holds ? always : never,
      fails: holds ? never : always,
      exact: true,
    };
  }

  private calculated(derived: DerivedFact): { variable: Variable; mirrored: boolean } {
    const { calculate, with: settings } = derived;
    if (calculate === 'difference') {
      // From one moment to another is the other way round with the sign turned.
      const [from, to] = [String(settings.from), String(settings.to)];
      const mirrored = from > to;
      const id = `difference ${mirrored ? `${to} ${from}` : `${from} ${to}`}`;
      const universe = { domain: { ...only({ numbers: allNumbers }), missing: true }, whole: false };
      return { variable: this.variables.calculated(id, derived, universe), mirrored };
    }
    if (calculate === 'line-condition' && settings.output === 'result') {
      const universe = { domain: only({ isTrue: true, isFalse: true, missing: true }), whole: false };
      const id = `lines ${JSON.stringify(settings)}`;
      return { variable: this.variables.calculated(id, derived, universe), mirrored: false };
    }
    return { variable: this.variables.calculated(opaqueId(derived.id), derived), mirrored: false };
  }
}

function isPresence(operator: string): boolean {
  const base = baseOperator(operator);
  return base === 'isPresent' || base === 'isMissing';
}

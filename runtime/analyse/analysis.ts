import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { DerivedFact, JsonRule } from '../../rules-library/schema/rule.ts';
import type { NamedConditions } from '../program/condition-tree.ts';
import type { Wishes } from '../solve/assign.ts';
import { testsOf, type Formula, type Goal } from '../solve/formula.ts';
import { Literals } from '../solve/literal.ts';
import { FormulaReader } from '../solve/read-formula.ts';
import { solve, type Verdict } from '../solve/solve.ts';
import { Variables } from '../solve/variable.ts';
import type { FindingNames } from './naming.ts';
import { RulePrograms } from './rule-programs.ts';
import { analysedRule, boxOf, type AnalysedRule } from './analysed-rule.ts';

/** Most steps on one question; then it is left undecided. */
const mostSteps = 100_000;
/** Steps on all questions together, some seconds; when they are spent, only simple questions are followed to their end. */
const allSteps = 20_000_000;
const fewSteps = 2000;

interface AnalysisOptions {
  derived: readonly DerivedFact[];
  vocabulary: Vocabulary;
  conditions: NamedConditions;
  names: FindingNames;
  /** Formulas that hold whenever their facts are looked at. */
  always: readonly Formula[];
}

/** Rules made ready to be asked questions, and the evaluator that has to agree with the answers. */
export class Analysis {
  readonly vocabulary: Vocabulary;
  readonly names: FindingNames;
  readonly derived: readonly DerivedFact[];
  readonly programs: RulePrograms;
  readonly rules: readonly AnalysedRule[];
  private readonly variables: Variables;
  private stepsLeft = allSteps;
  private readonly byStage = new Map<string, Literals>();
  /** What holds of every order beside the rules' own conditions. */
  private readonly always: readonly { formula: Formula; facts: ReadonlySet<string> }[];

  /** Throws the `RuleError` of `compileRules`. */
  constructor(
    rules: readonly JsonRule[],
    { derived, vocabulary, conditions, names, always }: AnalysisOptions,
  ) {
    this.vocabulary = vocabulary;
    this.names = names;
    this.derived = derived;
    this.programs = new RulePrograms(rules, derived, conditions);
    this.variables = new Variables({ facts: vocabulary.facts, choices: 'open' });
    const reader = new FormulaReader(conditions);
    const read = byPriority(rules).map((rule, index) => analysedRule(rule, index, reader, vocabulary));
    // All comparisons first: they tell the kinds of facts nobody has defined.
    for (const rule of read) for (const test of testsOf(rule.formula)) this.literalsFor([rule]).of(test);
    this.rules = read.map((one) => ({ ...one, box: boxOf(one.formula, this.literalsFor([one])) }));
    this.always = always.map((formula) => ({
      formula,
      facts: new Set(testsOf(formula).map(({ fact }) => fact)),
    }));
  }

  /**
   * What comparisons of these rules, taken together, are about. Results of blocks that stand in other stages were decided then:
   * they are facts like any other.
   */
  literalsFor(rules: readonly Pick<AnalysedRule, 'stage'>[]): Literals {
    const stage = rules.find((rule) => rule.stage !== '')?.stage ?? '';
    const known = this.byStage.get(stage);
    if (known !== undefined) return known;
    const derived = this.derived.filter(({ stages }) => stages === undefined || stages.includes(stage));
    const made = new Literals({ variables: this.variables, derived });
    this.byStage.set(stage, made);
    return made;
  }

  /** Goals with what holds anyway of the facts these rules look at. */
  goalsOf(rules: readonly AnalysedRule[], more: readonly Goal[] = []): Goal[] {
    const own = rules.map(({ formula }): Goal => ({ formula, wanted: true }));
    const anyway = this.always.filter(({ facts }) =>
      rules.some((rule) => [...facts].some((fact) => rule.facts.has(fact))),
    );
    return [...own, ...more, ...anyway.map(({ formula }): Goal => ({ formula, wanted: true }))];
  }

  /** Facts on which all these rules fire. */
  solve(rules: readonly AnalysedRule[], tries?: number): Verdict {
    return solve(this.goalsOf(rules), this.literalsFor(rules), {
      budget: Math.max(fewSteps, Math.min(mostSteps, this.stepsLeft)),
      spent: (steps) => (this.stepsLeft -= steps),
      wishes: wishesOf,
      accept: (facts) => rules.every(({ rule }) => this.programs.fires(rule, facts)),
      ...(tries === undefined ? {} : { tries }),
    });
  }
}

/** In the order a decision has them. */
function byPriority(rules: readonly JsonRule[]): JsonRule[] {
  return [...rules].sort((one, other) => (other.priority ?? 1) - (one.priority ?? 1));
}

/** Examples a reader knows: the samples of a fact, then its choices. A list holds only what it has to. */
export const wishesOf: Wishes = ({ definition, hints }) => [
  ...hints,
  ...(definition?.samples ?? []).filter((sample) => !Array.isArray(sample)),
  ...(definition?.choices ?? []).map(({ value }) => value),
];

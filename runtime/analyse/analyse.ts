import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { vocabulary as standard } from '../../rules-library/index.ts';
import type { DerivedFact, JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Season } from '../../rules-library/schema/season.ts';
import { Analysis } from './analysis.ts';
import type { Finding } from './finding.ts';
import type { FindingNames } from './naming.ts';
import { reachFindings } from './reach.ts';
import { scoreFindings } from './score-findings.ts';
import { SeasonTimes } from './season-findings.ts';
import { tableFindings } from './table-findings.ts';
import { togetherFindings } from './together.ts';
import { Undecided } from './undecided.ts';
import { unknownFactFindings } from './unknown-facts.ts';

export interface AnalyseOptions {
  derived?: readonly DerivedFact[];
  /** Facts by their type, commands by what they do; the standard one if not given. */
  vocabulary?: Vocabulary;
  seasons?: readonly Season[];
  /** Conditions that rules refer to by name. */
  conditions?: Readonly<Record<string, JsonCondition>>;
  /** What rules, tables and rows are called in sentences; by their ids without it. */
  names?: FindingNames;
}

/**
 * What is wrong with rules taken together, found by reasoning over the values their facts may have. What can happen comes with
 * a witness, facts on which the evaluator shows it; what cannot, with a proof that every way to it was followed and a smallest
 * set of conditions that exclude each other. What could not be settled (patterns, facts compared with each other, unknown
 * calculations, too many combinations) is said once per reason as `undecided`, never guessed. Facts are taken to have the type
 * they are defined with, those nobody has defined the kinds they are compared with. Errors first, in the order of the rules.
 * Throws the `RuleError` of `compileRules` for rules that cannot be run.
 */
export function analyse(rules: readonly JsonRule[], options: AnalyseOptions = {}): Finding[] {
  const { derived = [], vocabulary = standard, seasons = [], conditions = {}, names = {} } = options;
  const times = new SeasonTimes(seasons);
  const inForce = times.formula();
  const analysis = new Analysis(rules, {
    derived,
    vocabulary,
    conditions,
    names,
    always: inForce === undefined ? [] : [inForce],
  });
  const undecided = new Undecided(analysis);
  const findings = [
    ...unknownFactFindings(analysis.rules, derived, vocabulary),
    ...reachFindings(analysis, undecided),
    ...togetherFindings(analysis, undecided),
    ...tableFindings(analysis),
    ...scoreFindings(analysis),
    ...times.findings(),
    ...undecided.findings(),
  ];
  return findings.sort((one, other) => rank[one.level] - rank[other.level]);
}

const rank: Record<Finding['level'], number> = { error: 0, warning: 1, info: 2 };

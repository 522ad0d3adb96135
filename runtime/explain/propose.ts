import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { vocabulary as standard } from '../../rules-library/index.ts';
import type { DerivedFact, Facts, JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { sameValue } from '../effects/same-value.ts';
import { compileRules } from '../program/compile-rules.ts';
import { assignments, type Assignment, type Wishes } from '../solve/assign.ts';
import type { LinePlace } from '../solve/lines.ts';
import { Literals } from '../solve/literal.ts';
import { FormulaReader } from '../solve/read-formula.ts';
import { search } from '../solve/search.ts';
import { realise } from '../solve/solve.ts';
import { State } from '../solve/state.ts';
import { Variables, type Variable } from '../solve/variable.ts';
import { testsOf } from '../solve/formula.ts';
import { isLess, leastCost, relativeChange, type Cost } from './cost.ts';
import { changedBy, currentOf } from './current.ts';
import { boundOf, type Bound } from './bound.ts';

/** One fact that would have to be otherwise. */
export interface ProposedChange {
  fact: string;
  from: unknown;
  /** Undefined: the fact would have to be missing. */
  to: unknown;
  /** Whether all values beyond would do as well. */
  bound: Bound;
}

/** What would make a rule match. */
export interface Proposal {
  /** Facts that are there and would have to change, and those that are missing and would have to be supplied. */
  changes: ProposedChange[];
  /** Facts among them that are missing. */
  supply: string[];
  /** Every way was followed: there is none with fewer facts. */
  isSmallest: boolean;
}

export interface ProposeOptions {
  derived?: readonly DerivedFact[];
  conditions?: Readonly<Record<string, JsonCondition>>;
  vocabulary?: Vocabulary;
}

const budget = 60_000;

/**
 * The smallest change of facts that makes a rule match which does not: the fewest facts, then the smallest relative change of
 * numbers; found by branch and bound over what the rule asks of each fact, and tried with the evaluator before it is given.
 * `event.*` and `season.*` are as they are, so are results of blocks in other stages. A calculated fact is changed by what it is
 * calculated from, never by the clock. Null for a rule that matches, and where no change was found that makes it match (by
 * patterns and calculations nothing is known of). Throws the `RuleError` of `compileRules`.
 */
export function proposeChange(rule: JsonRule, facts: Facts, options: ProposeOptions = {}): Proposal | null {
  const { derived = [], conditions = {}, vocabulary = standard } = options;
  const program = compileRules([rule], { derived, conditions });
  const matches = (some: Facts): boolean => program.evaluate(some).events.length > 0;
  if (matches(facts)) return null;
  const prepared = program.prepare(facts);
  const kept = keptResults(derived, facts);
  const literals = new Literals({
    variables: new Variables({ facts: vocabulary.facts, choices: 'listed' }),
    derived,
    fixed: { is: (fact) => /^(event|season)\./.test(fact) || kept.has(fact), facts: prepared },
  });
  const formula = new FormulaReader(conditions).read(rule.conditions);
  for (const test of testsOf(formula)) literals.of(test);
  const wishes: Wishes = (variable) => wished(variable, prepared);

  let best: { cost: Cost; proposal: Proposal } | undefined;
  const state = new State();
  const prune = (at: State): boolean => best !== undefined && !isLess(leastCost(at, prepared), best.cost);
  const ways = search([{ formula, wanted: true }], literals, state, { budget, prune });
  let way = ways.next();
  for (; way.done !== true; way = ways.next()) {
    for (const assignment of assignments(state, wishes)) {
      const own = onlyChanged(assignment, prepared);
      for (const place of placesOf(own, facts)) {
        const changed = realise(own, literals, { base: facts, wishes }, place);
        const changes = changesOf(facts, changed);
        const cost = costOf(changes);
        if ((best !== undefined && !isLess(cost, best.cost)) || !matches(changed)) continue;
        const bounded = changes.map((change): ProposedChange => ({
          ...change,
          bound: boundOf(change, changed, state, literals, matches),
        }));
        best = { cost, proposal: proposalOf(bounded) };
      }
    }
  }
  if (best === undefined) return null;
  return { ...best.proposal, isSmallest: way.value === 'all' };
}

/** Results of blocks that stand in other stages were decided then. */
function keptResults(derived: readonly DerivedFact[], facts: Facts): ReadonlySet<string> {
  const stage = facts['event.type'] === 'stage.entered' ? facts['event.stage'] : '';
  return new Set(
    derived
      .filter(({ stages }) => stages !== undefined && !stages.includes(stage as string))
      .map(({ id }) => id),
  );
}

/** What it is, absence included; else values a person knows. Of numbers those nearest to what it is come next anyway. */
function wished(variable: Variable, facts: Facts): unknown[] {
  const { definition, hints } = variable;
  const current = currentOf(variable, facts);
  const samples = current === undefined ? (definition?.samples ?? []) : [];
  return [
    current,
    ...hints,
    ...samples.filter((value) => typeof value !== 'number' || definition?.type === 'time'),
    ...(definition?.choices ?? []).map(({ value }) => value),
  ];
}

function onlyChanged(assignment: Assignment, facts: Facts): Assignment {
  return new Map(
    [...assignment].filter(
      ([variable, value]) =>
        changedBy(variable) !== undefined && !sameValue(currentOf(variable, facts), value),
    ),
  );
}

/** Most lines of an order that are tried to be changed. */
const mostPlaces = 20;

/** Which line is made to meet a line condition: each there is, else one more. */
function placesOf(assignment: Assignment, { lines }: Facts): LinePlace[] {
  const needsLines = [...assignment.keys()].some(({ derived }) => derived?.calculate === 'line-condition');
  const count = needsLines && Array.isArray(lines) ? Math.min(lines.length, mostPlaces) : 0;
  return [...Array.from({ length: count }, (_, index) => index), 'add'];
}

function changesOf(before: Facts, after: Facts): Omit<ProposedChange, 'bound'>[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((fact) => ({ fact, from: before[fact] ?? undefined, to: after[fact] ?? undefined }))
    .filter(({ from, to }) => !sameValue(from, to));
}

function costOf(changes: readonly Omit<ProposedChange, 'bound'>[]): Cost {
  return {
    facts: changes.length,
    relative: changes.reduce((total, { from, to }) => total + relativeChange(from, to), 0),
  };
}

function proposalOf(changes: ProposedChange[]): Proposal {
  return {
    changes,
    supply: changes.filter(({ from }) => from === undefined).map(({ fact }) => fact),
    isSmallest: false,
  };
}

import type { DerivedFact, Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { explainRules, type Explanation } from '../explain/explain.ts';
import { factsOfParams } from '../facts-of-params.ts';
import { readRule, type CompiledRule } from './compiled-rule.ts';
import { ConditionTable, predicatesOf, type NamedConditions } from './condition-tree.ts';
import { addDerived, readDerived } from './derive.ts';
import { factsOfPredicate } from './predicates.ts';
import { RuleError } from './rule-error.ts';
import { RuleIndex } from './rule-index.ts';
import { Run } from './run.ts';
import { UnknownFacts } from './unknown-facts.ts';

export interface Evaluation {
  /** In order of priority, then of rules. */
  events: { type: string; params: Record<string, unknown>; ruleId: string }[];
  /** Absent facts named by rules whose event, stage and season hold, sorted. */
  unknown: string[];
}

/** A rule array made ready to run. Holds no state of a run: one program serves any number at once. */
export interface RuleProgram {
  /** What it reads: load exactly these before deciding. Derived facts are not among them. */
  readonly facts: string[];
  prepare(facts: Facts): Facts;
  evaluate(facts: Facts): Evaluation;
  explain(facts: Facts): Explanation;
}

export interface CompileRulesOptions {
  conditions?: NamedConditions;
  derived?: readonly DerivedFact[];
}

/**
 * Compiles json-rules-engine rules. `evaluate` answers what a fresh stock 7.3.1 Engine answers with
 * `{ allowUndefinedFacts: true }`, our path resolver and operators; where stock would throw, that comparison is false.
 * Throws a `RuleError` for a rule that names unknown operators, facts, paths or conditions.
 */
export function compileRules(rules: readonly JsonRule[], options: CompileRulesOptions = {}): RuleProgram {
  if (!Array.isArray(rules)) {
    throw new RuleError('rules', { zh: '规则要放在一个列表里', en: 'rules come as a list' });
  }
  const table = new ConditionTable(options.conditions ?? {});
  // Sorting keeps the given order among equals.
  const compiled = (rules as readonly JsonRule[])
    .map((rule, index) => readRule(rule, `rule-${index + 1}`, table))
    .sort((one, other) => other.priority - one.priority);
  const derived = readDerived(options.derived ?? []);
  const index = new RuleIndex(compiled);
  const unknownFacts = new UnknownFacts(compiled);
  const prepare = (given: Facts): Facts => addDerived(derived, given);

  return {
    facts: factsToLoad(compiled, derived),
    prepare,
    evaluate(given) {
      const prepared = prepare(given);
      const run = new Run(table.slots, prepared);
      const events: Evaluation['events'] = [];
      for (const candidate of index.candidates(prepared)) {
        const { id, tree, event } = compiled[candidate]!;
        if (run.holds(tree)) events.push({ type: event.type, params: event.params, ruleId: id });
      }
      return { events, unknown: unknownFacts.in(prepared, run.guardHolds) };
    },
    explain: (given) => explainRules(compiled, table.slots, prepare(given)),
  };
}

/** Conditions, params of events, and what derived facts are made of. */
function factsToLoad(rules: readonly CompiledRule[], derived: readonly DerivedFact[]): string[] {
  const own = new Set(derived.map(({ id }) => id));
  const facts = new Set<string>();
  for (const { tree, event } of rules) {
    for (const predicate of predicatesOf(tree))
      for (const fact of factsOfPredicate(predicate)) facts.add(fact);
    for (const { fact } of factsOfParams(event.params)) facts.add(fact);
  }
  for (const { reads } of derived) for (const fact of reads) facts.add(fact);
  return [...facts].filter((fact) => !own.has(fact)).sort();
}

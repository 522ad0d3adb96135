import type { DerivedFact, Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { explainMatched, explainRules, type Explanation } from '../explain/explain.ts';
import { readRule } from './compiled-rule.ts';
import { ConditionTable, type NamedConditions } from './condition-tree.ts';
import { DerivedFacts } from './derived-facts.ts';
import { factsOfRule } from './derived-wanted.ts';
import { Program } from './program.ts';
import { RuleError } from './rule-error.ts';

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
  /** Adds the derived facts that conditions and params of rules of the entered event and stage read. */
  prepare(facts: Facts): Facts;
  /** Throws a `BudgetError` when it would take too many steps; `prepare` too. */
  evaluate(facts: Facts): Evaluation;
  /** Of every rule why it matched or not; with `only: 'matched'`, of those that did, at little cost. */
  explain(facts: Facts, options?: { only?: 'matched' }): Explanation;
}

export interface CompileRulesOptions {
  conditions?: NamedConditions;
  derived?: readonly DerivedFact[];
  /** Most steps one evaluation may take; a step is about one comparison. */
  budget?: number;
}

/** Some tens of milliseconds at the worst; an order judged by 10,000 rules takes a few thousand. */
const usualBudget = 1_000_000;

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
  const derived = new DerivedFacts(options.derived ?? []);
  const budget = options.budget ?? usualBudget;
  const program = new Program(compiled, table.slots, derived);
  const matchedOf = (facts: Facts): readonly number[] =>
    program.run(facts, Number.POSITIVE_INFINITY, (matcher) => matcher.match());

  return {
    facts: factsToLoad(compiled.flatMap(factsOfRule), derived),
    prepare: (given) => program.prepare(given, budget),
    evaluate(given) {
      return program.run(given, budget, (matcher) => ({
        events: matcher.match().map((number) => {
          const { id, event } = compiled[number]!;
          return { type: event.type, params: event.params, ruleId: id };
        }),
        unknown: matcher.unknown(),
      }));
    },
    explain(given, { only } = {}) {
      const matched = matchedOf(given);
      if (only === 'matched') {
        const rules = matched.map((number) => compiled[number]!);
        return rules.length === 0 ? { rules: [] } : explainMatched(rules, program.prepare(given));
      }
      return explainRules(
        compiled,
        new Set(matched.map((number) => compiled[number]!)),
        program.prepareAll(given),
      );
    },
  };
}

/** Conditions, params of events, and what derived facts are made of. */
function factsToLoad(named: readonly string[], derived: DerivedFacts): string[] {
  const facts = new Set(named);
  for (const { reads } of derived.ordered) for (const fact of reads) facts.add(fact);
  return [...facts].filter((fact) => derived.numberOf(fact) < 0).sort();
}

import type { DerivedFact, Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { explainRules, type Explanation } from '../explain/explain.ts';
import { buildTree, predicatesOf, type NamedConditions, type Tree } from './condition-tree.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { addDerived, orderDerived } from './derive.ts';
import { eventsOf, guardsOf, isGuard } from './guards.ts';
import { factsOfPredicate, PredicateTable, test, type Predicate } from './predicates.ts';
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
 * Throws a `RuleError` for a rule that names unknown operators, facts or paths.
 */
export function compileRules(rules: readonly JsonRule[], options: CompileRulesOptions = {}): RuleProgram {
  const table = new PredicateTable();
  const named = options.conditions ?? {};
  const compiled = rules
    .map((source, index) => ({ source, index }))
    .sort((a, b) => priorityOf(b.source) - priorityOf(a.source) || a.index - b.index)
    .map(({ source }) => compileRule(source, table, named));
  const derived = orderDerived(options.derived ?? []);
  const byEvent = new EventIndex(compiled);
  const facts = factsToLoad(compiled, derived);
  const prepare = (given: Facts): Facts => addDerived(derived, given);

  return {
    facts,
    prepare,
    evaluate(given) {
      const prepared = prepare(given);
      const run = new Run(table.list.length, prepared);
      const events: Evaluation['events'] = [];
      const unknown = new Set<string>();
      for (const rule of byEvent.rulesFor(prepared['event.type'])) {
        if (run.holds(rule.tree)) {
          events.push({ type: rule.event.type, params: rule.event.params ?? {}, ruleId: rule.id });
        }
        run.collectUnknown(rule, unknown);
      }
      return { events, unknown: [...unknown].sort() };
    },
    explain: (given) => explainRules(compiled, prepare(given)),
  };
}

function priorityOf({ priority }: JsonRule): number {
  return priority === undefined ? 1 : Math.trunc(priority);
}

function compileRule(source: JsonRule, table: PredicateTable, named: NamedConditions): CompiledRule {
  if (typeof source.id !== 'string' || source.id === '') {
    throw new RuleError('?', { zh: '每条规则要有编号', en: 'every rule needs an id' });
  }
  const tree = buildTree(source.id, source.conditions, table, named);
  const guards = guardsOf(tree);
  const facts = new Set<string>();
  for (const predicate of predicatesOf(tree)) {
    const { source: comparison } = predicate;
    if (isGuard(comparison) || comparison.operator === 'isPresent' || comparison.operator === 'isMissing')
      continue;
    for (const fact of factsOfPredicate(predicate)) if (!fact.startsWith('event.')) facts.add(fact);
  }
  return { id: source.id, event: source.event, tree, guards, named: [...facts], source };
}

function factsToLoad(rules: readonly CompiledRule[], derived: readonly DerivedFact[]): string[] {
  const own = new Set(derived.map(({ id }) => id));
  const facts = new Set<string>();
  for (const { tree } of rules) {
    for (const predicate of predicatesOf(tree))
      for (const fact of factsOfPredicate(predicate)) facts.add(fact);
  }
  for (const { reads } of derived) for (const fact of reads) facts.add(fact);
  return [...facts].filter((fact) => !own.has(fact)).sort();
}

/** Rules by the event they can match, each list in order; a rule of no event stands in all of them. */
class EventIndex {
  private readonly lists = new Map<string, CompiledRule[]>();
  private readonly rest: CompiledRule[];

  constructor(rules: readonly CompiledRule[]) {
    const events = rules.map(({ tree }) => eventsOf(tree));
    this.rest = rules.filter((_, index) => events[index] === undefined);
    for (const name of new Set(events.flatMap((list) => list ?? []))) {
      this.lists.set(
        name,
        rules.filter((_, index) => events[index]?.includes(name) ?? true),
      );
    }
  }

  rulesFor(event: unknown): readonly CompiledRule[] {
    return (typeof event === 'string' ? this.lists.get(event) : undefined) ?? this.rest;
  }
}

const untested = 0;
const holding = 1;
const failing = 2;

/** What one evaluation knows: each predicate's outcome, at most once. */
class Run {
  private readonly outcomes: Uint8Array;
  private readonly facts: Facts;

  constructor(predicates: number, facts: Facts) {
    this.outcomes = new Uint8Array(predicates);
    this.facts = facts;
  }

  holds(tree: Tree): boolean {
    switch (tree.kind) {
      case 'test':
        return this.test(tree.predicate);
      case 'all':
        return tree.parts.every((part) => this.holds(part));
      case 'any':
        // As stock: a group of nothing holds.
        return tree.parts.length === 0 || tree.parts.some((part) => this.holds(part));
      case 'not':
        return !this.holds(tree.part);
    }
  }

  collectUnknown(rule: CompiledRule, unknown: Set<string>): void {
    let applies: boolean | undefined;
    for (const fact of rule.named) {
      if (unknown.has(fact) || (Object.hasOwn(this.facts, fact) && this.facts[fact] !== undefined)) continue;
      applies ??= rule.guards.every((guard) => this.test(guard));
      if (!applies) return;
      unknown.add(fact);
    }
  }

  private test(predicate: Predicate): boolean {
    const known = this.outcomes[predicate.index];
    if (known !== untested) return known === holding;
    const holds = test(predicate, this.facts);
    this.outcomes[predicate.index] = holds ? holding : failing;
    return holds;
  }
}

import type { DerivedFact, Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { calculations } from '../derived/index.ts';
import { compileRules, type RuleProgram } from '../program/compile-rules.ts';
import type { NamedConditions } from '../program/condition-tree.ts';

/**
 * The evaluator for single rules, each with the calculations it needs: asking whether one fires does not run all others. What
 * nobody can calculate here is a fact like any other.
 */
export class RulePrograms {
  readonly calculated: readonly DerivedFact[];
  private readonly programs: ReadonlyMap<JsonRule, RuleProgram>;

  /** Throws the `RuleError` of `compileRules`. */
  constructor(rules: readonly JsonRule[], derived: readonly DerivedFact[], conditions: NamedConditions) {
    this.calculated = derived.filter(({ calculate }) => calculations.has(calculate));
    const byId = new Map(this.calculated.map((one) => [one.id, one]));
    this.programs = new Map(
      rules.map((rule) => {
        const alone = compileRules([rule], { conditions });
        const needed = withAllTheyRead(alone.facts, byId);
        return [rule, needed.length === 0 ? alone : compileRules([rule], { conditions, derived: needed })];
      }),
    );
  }

  fires(rule: JsonRule, facts: Facts): boolean {
    return this.programs.get(rule)!.evaluate(facts).events.length > 0;
  }
}

/** Calculations behind these facts, those they read included. */
function withAllTheyRead(facts: readonly string[], byId: ReadonlyMap<string, DerivedFact>): DerivedFact[] {
  const found = new Map<string, DerivedFact>();
  const waiting = [...facts];
  for (let fact = waiting.pop(); fact !== undefined; fact = waiting.pop()) {
    const derived = byId.get(fact);
    if (derived === undefined || found.has(fact)) continue;
    found.set(fact, derived);
    waiting.push(...derived.reads);
  }
  return [...found.values()];
}

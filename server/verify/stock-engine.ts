import { Engine, type RuleProperties } from 'json-rules-engine';
import { operators } from '../../rules-library/operators/index.ts';
import type { Facts, JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { resolvePath } from '../../runtime/index.ts';

/** What a rule emitted. */
export interface StockEvent {
  type: string;
  params: Record<string, unknown>;
  ruleId: string;
}

/** Runs rules in another engine than ours: events in order of priority, then of rules. */
export type SecondEngine = (rules: readonly JsonRule[], facts: Facts) => Promise<StockEvent[]>;

/**
 * What stock json-rules-engine makes of rules: a fresh Engine each time (a shared one loses rules when runs overlap), our plain-property
 * path resolver (its own evaluates filters in a path) and our operators. Give it validated rules only: such as `compileRules` took.
 * Throws where stock throws.
 */
export async function runStock(
  rules: readonly JsonRule[],
  facts: Facts,
  conditions: Readonly<Record<string, JsonCondition>> = {},
): Promise<StockEvent[]> {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: resolvePath as never });
  for (const [name, holds] of ownOperators) engine.addOperator(name, holds as never);
  for (const [name, condition] of Object.entries(conditions)) engine.setCondition(name, condition as never);
  rules.forEach((rule, index) => {
    engine.addRule({
      conditions: rule.conditions as RuleProperties['conditions'],
      event: { type: rule.event.type, params: { params: rule.event.params ?? {}, ruleId: rule.id, index } },
      priority: rule.priority ?? 1,
      name: rule.id,
    });
  });
  const { results, failureResults } = await engine.run({ ...facts });
  if (results.length + failureResults.length !== rules.length)
    throw new Error(
      `json-rules-engine judged ${results.length + failureResults.length} of ${rules.length} rules`,
    );
  return results
    .map(({ event, priority }) => ({
      type: event!.type,
      priority: priority ?? 1,
      ...(event!.params as { params: Record<string, unknown>; ruleId: string; index: number }),
    }))
    .sort((a, b) => b.priority - a.priority || a.index - b.index)
    .map(({ type, params, ruleId }) => ({ type, params, ruleId }));
}

type Holds = (fact: unknown, value: unknown) => boolean;

const ownOperators: readonly (readonly [string, Holds])[] = operators.flatMap((operator) => {
  if (!operator.runs || operator.builtIn) return [];
  const { name, accepts, holds } = operator;
  return [[name, (fact, value) => (accepts === undefined || accepts(fact)) && holds(fact, value)] as const];
});

import { Engine, type RuleProperties } from 'json-rules-engine';
import type { JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';
import { operators } from '../../rules-library/operators/index.ts';
import { resolvePath } from '../../runtime/path.ts';

/** What stock json-rules-engine makes of the rules: a fresh Engine, our path resolver and operators, events in our order. */
export async function runStock(
  rules: readonly JsonRule[],
  facts: Readonly<Record<string, unknown>>,
  conditions: Readonly<Record<string, JsonCondition>> = {},
): Promise<{ type: string; params: Record<string, unknown>; ruleId: string }[]> {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: resolvePath as never });
  for (const operator of operators) {
    if (!operator.runs || operator.builtIn) continue;
    const { name, accepts, holds } = operator;
    engine.addOperator(
      name,
      ((fact: unknown, value: unknown) =>
        (accepts === undefined || accepts(fact)) && holds(fact, value)) as never,
    );
  }
  for (const [name, condition] of Object.entries(conditions))
    engine.setCondition(name, structuredClone(condition) as never);
  rules.forEach((rule, index) => {
    engine.addRule({
      conditions: structuredClone(rule.conditions) as RuleProperties['conditions'],
      event: { type: rule.event.type, params: { params: rule.event.params ?? {}, ruleId: rule.id, index } },
      priority: rule.priority ?? 1,
      name: rule.id,
    });
  });
  const { results } = await engine.run({ ...facts });
  return results
    .map(({ event, priority }) => ({
      type: event!.type,
      priority: priority ?? 1,
      ...(event!.params as { params: Record<string, unknown>; ruleId: string; index: number }),
    }))
    .sort((a, b) => b.priority - a.priority || a.index - b.index)
    .map(({ type, params, ruleId }) => ({ type, params, ruleId }));
}

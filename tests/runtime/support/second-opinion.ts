import type { JsonComparison, JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { operatorOf } from '../../../runtime/operators.ts';
import { runStock } from '../../../server/verify/stock-engine.ts';

type Order = Readonly<Record<string, unknown>>;
type Named = Readonly<Record<string, JsonCondition>>;

const never: JsonComparison = { fact: 'never', operator: 'equal', value: 1 };

/** What stock json-rules-engine says; where it would throw and lose the run, the comparison is made false first. */
export async function secondOpinion(
  rules: readonly JsonRule[],
  order: Order,
  named: Named,
): Promise<{ type: string; params: Record<string, unknown>; ruleId: string }[]> {
  try {
    return await runStock(rules, order, named);
  } catch {
    const calm = async (condition: JsonCondition): Promise<JsonCondition> => {
      if ('all' in condition) return { all: await Promise.all(condition.all.map(calm)) };
      if ('any' in condition) return { any: await Promise.all(condition.any.map(calm)) };
      if ('not' in condition) return { not: await calm(condition.not) };
      if ('condition' in condition) return condition;
      const alone = { id: 'alone', conditions: { all: [condition] }, event: { type: 'x' } };
      return runStock([alone], order).then(
        () => condition,
        () => never,
      );
    };
    const calmRules = await Promise.all(
      rules.map(async (rule) => ({ ...rule, conditions: await calm(rule.conditions) })),
    );
    const calmNamed = await Promise.all(
      Object.entries(named).map(async ([name, condition]) => [name, await calm(condition)] as const),
    );
    return runStock(calmRules, order, Object.fromEntries(calmNamed));
  }
}

const guardFacts = new Set(['event.type', 'event.stage', 'event.source', 'season.active']);

/** Absent facts by the words of the contract, rule by rule, without any index. */
export function naiveUnknown(rules: readonly JsonRule[], order: Order, named: Named): string[] {
  const found = new Set<string>();
  for (const { conditions } of rules) {
    if (
      !conjuncts(conditions, named)
        .filter(isGuard)
        .every((guard) => holds(guard, order))
    )
      continue;
    for (const comparison of leaves(conditions, named)) {
      const base = comparison.operator.split(':').at(-1);
      if (isGuard(comparison) || base === 'isPresent' || base === 'isMissing') continue;
      for (const fact of factsOf(comparison)) {
        if (!fact.startsWith('event.') && (order[fact] ?? undefined) === undefined) found.add(fact);
      }
    }
  }
  return [...found].sort();
}

function leaves(condition: JsonCondition, named: Named): JsonComparison[] {
  if ('all' in condition) return condition.all.flatMap((part) => leaves(part, named));
  if ('any' in condition) return condition.any.flatMap((part) => leaves(part, named));
  if ('not' in condition) return leaves(condition.not, named);
  return 'condition' in condition ? leaves(named[condition.condition]!, named) : [condition];
}

function conjuncts(condition: JsonCondition, named: Named): JsonComparison[] {
  if ('all' in condition) return condition.all.flatMap((part) => conjuncts(part, named));
  if ('condition' in condition) return conjuncts(named[condition.condition]!, named);
  return 'fact' in condition ? [condition] : [];
}

function isGuard({ fact }: JsonComparison): boolean {
  return guardFacts.has(fact);
}

function factsOf({ fact, value }: JsonComparison): string[] {
  const isFact = typeof value === 'object' && value !== null && !Array.isArray(value) && 'fact' in value;
  return isFact ? [fact, value.fact] : [fact];
}

function holds({ fact, path, operator, value }: JsonComparison, order: Order): boolean {
  const read = (name: string, at?: string): unknown => {
    const whole = order[name];
    if (at === undefined || typeof whole !== 'object' || whole === null) return whole;
    return at
      .split(/[.[\]$]+/)
      .filter(Boolean)
      .reduce<unknown>(
        (inner, step) =>
          typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
            ? (inner as Record<string, unknown>)[step]
            : undefined,
        whole,
      );
  };
  const isFact = typeof value === 'object' && value !== null && !Array.isArray(value) && 'fact' in value;
  try {
    return operatorOf(operator)!(read(fact, path), isFact ? read(value.fact, value.path) : value);
  } catch {
    return false;
  }
}

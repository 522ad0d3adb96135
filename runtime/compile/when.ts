import type { When } from '../../rules-library/define/block.ts';
import type { Comparison, Condition } from '../../rules-library/schema/condition.ts';
import type { JsonComparison, JsonCondition, JsonOperand } from '../../rules-library/schema/rule.ts';

/** Presence is looked at before what needs it, so that stock skips the comparison. */
const guardPriority = 2;

/** Operators whose opposite holds exactly when they do not, whatever both sides are. */
const opposites = new Map([
  ['equal', 'notEqual'],
  ['notEqual', 'equal'],
  ['isPresent', 'isMissing'],
  ['isMissing', 'isPresent'],
]);

/** Lowers three values to two: each exit becomes a condition json-rules-engine judges the same way. `node` names conditions. */
export function lowerWhen(when: When, node: string): JsonCondition {
  if ('all' in when) return all(when.all.map((inner) => lowerWhen(inner, node)));
  if ('any' in when) return any(when.any.map((inner) => lowerWhen(inner, node)));
  switch (when.is) {
    case 'yes':
      return surely(when.of, true, node);
    case 'no':
      return surely(when.of, false, node);
    case 'not-yes':
      return not(surely(when.of, true, node));
    case 'unknown':
      return all([not(surely(when.of, true, node)), not(surely(when.of, false, node))]);
  }
}

/** Surely true or surely false, by De Morgan; absent data is neither. */
function surely(condition: Condition, wanted: boolean, node: string): JsonCondition {
  if ('not' in condition) return surely(condition.not, !wanted, node);
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const lowered = parts.map((inner) => surely(inner, wanted, node));
    return 'all' in condition === wanted ? all(lowered) : any(lowered);
  }
  return comparison(condition, wanted, node);
}

function comparison(drawn: Comparison, wanted: boolean, node: string): JsonCondition {
  const { fact, operator, value, path, id, missing } = drawn;
  const own: JsonComparison = {
    fact,
    operator,
    value: value as JsonOperand,
    ...(path === undefined ? {} : { path }),
    name: id === undefined ? node : `${node}/${id}`,
  };
  const opposite = opposites.get(operator);
  const judged: JsonCondition = wanted
    ? own
    : opposite === undefined
      ? { not: own }
      : { ...own, operator: opposite };
  if (missing === 'as-stock' || operator === 'isPresent' || operator === 'isMissing') return judged;
  const guards = [guard(fact, path)];
  if (typeof value === 'object' && !Array.isArray(value)) guards.push(guard(value.fact, value.path));
  return all([...guards, judged]);
}

function guard(fact: string, path: string | undefined): JsonComparison {
  return {
    fact,
    operator: 'isPresent',
    value: true,
    ...(path === undefined ? {} : { path }),
    priority: guardPriority,
  };
}

/** All of these; groups in groups become one, and the same part stands once. */
export function all(parts: readonly JsonCondition[]): JsonCondition {
  return join('all', parts);
}

export function any(parts: readonly JsonCondition[]): JsonCondition {
  return join('any', parts);
}

export function not(part: JsonCondition): JsonCondition {
  return 'not' in part ? part.not : { not: part };
}

function join(kind: 'all' | 'any', parts: readonly JsonCondition[]): JsonCondition {
  const flat = parts.flatMap((part) =>
    kind === 'all' && 'all' in part ? part.all : kind === 'any' && 'any' in part ? part.any : [part],
  );
  const seen = new Set<string>();
  const distinct = flat.filter((part) => {
    const key = JSON.stringify(part);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  if (distinct.length === 1) return distinct[0]!;
  return kind === 'all' ? { all: distinct } : { any: distinct };
}

import type { When } from '../../rules-library/define/block.ts';
import type { Comparison, Condition, FactReference } from '../../rules-library/schema/condition.ts';
import type { JsonComparison, JsonCondition } from '../../rules-library/schema/rule.ts';

/** Presence is looked at before what needs it, so that stock skips the comparison. */
export const guardPriority = 2;

/** Operators whose opposite holds exactly when they do not, whatever both sides are. */
const opposites = new Map([
  ['equal', 'notEqual'],
  ['notEqual', 'equal'],
  ['isPresent', 'isMissing'],
  ['isMissing', 'isPresent'],
]);

/** A lowered condition; true and false where nothing has to be looked at. */
export type Lowered = JsonCondition | boolean;

/** Lowers three values to two: each exit becomes a condition json-rules-engine judges the same way. `node` names conditions. */
export function lowerWhen(when: When, node: string): Lowered {
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
      if (isAlwaysDecided(when.of)) return false;
      return all([not(surely(when.of, true, node)), not(surely(when.of, false, node))]);
  }
}

/** Surely true or surely false, by De Morgan; absent data is neither. */
function surely(condition: Condition, wanted: boolean, node: string): Lowered {
  if ('not' in condition) return surely(condition.not, !wanted, node);
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const lowered = parts.map((inner) => surely(inner, wanted, node));
    return 'all' in condition === wanted ? all(lowered) : any(lowered);
  }
  return comparison(condition, wanted, node);
}

/** Facts whose absence would leave a comparison undecided. */
function neededFacts({ fact, path, operator, value, missing }: Comparison): FactReference[] {
  if (missing === 'as-stock' || operator === 'isPresent' || operator === 'isMissing') return [];
  const sides: FactReference[] = [path === undefined ? { fact } : { fact, path }];
  if (typeof value === 'object' && !Array.isArray(value)) sides.push(value);
  return sides.filter((side) => !isNamedList(side.fact));
}

/** Lists kept by name are always there: a release holds them. */
function isNamedList(fact: string): boolean {
  return fact.startsWith('list.');
}

function isAlwaysDecided(condition: Condition): boolean {
  if ('not' in condition) return isAlwaysDecided(condition.not);
  if ('all' in condition) return condition.all.every(isAlwaysDecided);
  if ('any' in condition) return condition.any.every(isAlwaysDecided);
  return neededFacts(condition).length === 0;
}

function comparison(drawn: Comparison, wanted: boolean, node: string): JsonCondition {
  const { fact, operator, value, path, id } = drawn;
  const own: JsonComparison = {
    fact,
    operator,
    value,
    ...(path === undefined ? {} : { path }),
    name: id === undefined ? node : `${node}/${id}`,
  };
  const opposite = opposites.get(operator);
  const judged: JsonCondition = wanted
    ? own
    : opposite === undefined
      ? { not: own }
      : { ...own, operator: opposite };
  const guards = neededFacts(drawn).map((side) => guard(side.fact, side.path));
  return guards.length === 0 ? judged : { all: [...guards, judged] };
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
export function all(parts: readonly Lowered[]): Lowered {
  if (parts.includes(false)) return false;
  return join('all', parts);
}

/** Any of these. */
export function any(parts: readonly Lowered[]): Lowered {
  if (parts.includes(true)) return true;
  return join('any', parts);
}

export function not(part: Lowered): Lowered {
  if (typeof part === 'boolean') return !part;
  return 'not' in part ? part.not : { not: part };
}

function join(kind: 'all' | 'any', parts: readonly Lowered[]): Lowered {
  const flat = parts.flatMap((part) => {
    if (typeof part === 'boolean') return [];
    return kind === 'all' && 'all' in part ? part.all : kind === 'any' && 'any' in part ? part.any : [part];
  });
  const distinct = [...new Map(flat.map((part) => [textOf(part), part])).values()];
  if (distinct.length === 0) return kind === 'all';
  if (distinct.length === 1) return distinct[0]!;
  return kind === 'all' ? { all: distinct } : { any: distinct };
}

const texts = new WeakMap<JsonCondition, string>();

/** A part as text, made once: long ways are joined part by part. */
function textOf(part: JsonCondition): string {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  texts.set(part, text);
  return text;
}

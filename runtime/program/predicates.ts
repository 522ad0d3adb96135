import type { Facts, JsonComparison, JsonOperand } from '../../rules-library/schema/rule.ts';
import { forbiddenKeys } from '../../rules-library/schema/ids.ts';
import { operatorOf, type Holds } from '../operators.ts';
import { parsePath, readPath, type Path } from '../path.ts';
import { RuleError } from './rule-error.ts';

/** Where a value comes from: a constant, or a fact with an optional path. */
type Side = { constant: unknown } | { fact: string; path: Path | undefined };

/** One distinct comparison of a program; evaluated at most once per run whatever the number of rules that use it. */
export interface Predicate {
  index: number;
  left: { fact: string; path: Path | undefined };
  right: Side;
  holds: Holds;
  source: JsonComparison;
}

const deepest = 32;

/** Distinct predicates by what they compare. */
export class PredicateTable {
  readonly list: Predicate[] = [];
  private readonly known = new Map<string, Predicate>();

  /** The predicate of a comparison; throws a `RuleError` for an unknown operator, fact name or path. */
  add(rule: string, comparison: JsonComparison): Predicate {
    const { fact, path, operator, value } = comparison;
    const key = JSON.stringify([fact, path ?? '', operator, value]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const holds = operatorOf(operator);
    if (holds === undefined) {
      throw new RuleError(rule, {
        zh: `没有「${operator}」这种比较`,
        en: `there is no comparison "${operator}"`,
      });
    }
    const predicate: Predicate = {
      index: this.list.length,
      left: { fact: nameOf(rule, fact), path: pathOf(rule, path) },
      right: sideOf(rule, value),
      holds,
      source: comparison,
    };
    this.list.push(predicate);
    this.known.set(key, predicate);
    return predicate;
  }
}

function nameOf(rule: string, fact: unknown): string {
  if (typeof fact !== 'string' || fact === '' || fact.split('.').some((part) => forbiddenKeys.has(part))) {
    throw new RuleError(rule, {
      zh: `「${String(fact)}」不能作为业务数据`,
      en: `"${String(fact)}" cannot be a fact`,
    });
  }
  return fact;
}

function pathOf(rule: string, path: string | undefined): Path | undefined {
  if (path === undefined || path === '') return undefined;
  const parsed = parsePath(path);
  if (parsed === undefined) {
    throw new RuleError(rule, {
      zh: `路径「${path}」只能由 $、.名称、[序号] 组成`,
      en: `path "${path}" may only hold $, .name and [n]`,
    });
  }
  return parsed;
}

function sideOf(rule: string, value: JsonOperand): Side {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'fact')) {
    return { fact: nameOf(rule, value.fact), path: pathOf(rule, value.path) };
  }
  return { constant: value };
}

/** A fact by own property, a path into it only where it is an object, as stock does. */
export function readFact(facts: Facts, fact: string, path: Path | undefined): unknown {
  if (!Object.hasOwn(facts, fact)) return undefined;
  const value = facts[fact];
  return path === undefined || typeof value !== 'object' || value === null ? value : readPath(value, path);
}

export function rightOf({ right }: Predicate, facts: Facts): unknown {
  return 'constant' in right ? right.constant : readFact(facts, right.fact, right.path);
}

/** Whether the comparison holds on these facts; where stock would throw (a value that cannot be compared), it does not. */
export function test(predicate: Predicate, facts: Facts): boolean {
  try {
    return predicate.holds(
      readFact(facts, predicate.left.fact, predicate.left.path),
      rightOf(predicate, facts),
    );
  } catch {
    return false;
  }
}

/** Facts a predicate names, the right side included. */
export function factsOfPredicate({ left, right }: Predicate): string[] {
  return 'constant' in right ? [left.fact] : [left.fact, right.fact];
}

export { deepest };

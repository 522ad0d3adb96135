import type { Facts, JsonOperand } from '../../rules-library/schema/rule.ts';
import { forbiddenKeys } from '../../rules-library/schema/ids.ts';
import type { Holds } from '../holds.ts';
import { operatorOf } from '../operators.ts';
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
  operator: string;
  value: JsonOperand;
}

/** Distinct predicates by what they compare. */
export class PredicateTable {
  private readonly known = new Map<string, Predicate>();

  /** The predicate of a comparison; throws a `RuleError` for an unknown operator, fact name, path or value. */
  add(rule: string, given: Readonly<Record<string, unknown>>): Predicate {
    const { fact, path, operator, value } = given;
    if (typeof operator !== 'string' || !Object.hasOwn(given, 'value')) throw incomplete(rule);
    const key = keyOf(rule, [fact, path ?? '', operator, value]);
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
      index: this.known.size,
      left: { fact: nameOf(rule, fact), path: pathOf(rule, path) },
      right: sideOf(rule, value),
      holds,
      operator,
      value: value as JsonOperand,
    };
    this.known.set(key, predicate);
    return predicate;
  }
}

function incomplete(rule: string): RuleError {
  return new RuleError(rule, {
    zh: '条件要写全业务数据、比较和值',
    en: 'a condition names fact, operator and value',
  });
}

/** Values as JSON knows them; anything else would be compared as something it is not. */
function keyOf(rule: string, parts: readonly unknown[]): string {
  const refuse = (): never => {
    throw new RuleError(rule, {
      zh: '条件的值只能是文字、数字、是否、列表或业务数据',
      en: 'the value of a condition is text, a number, yes or no, a list or business data',
    });
  };
  const plain = (value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && depth < 16) {
      for (const inner of Object.values(value)) plain(inner, depth + 1);
      return;
    }
    const fits =
      value === null ||
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value));
    if (!fits) refuse();
  };
  plain(parts, 0);
  return JSON.stringify(parts);
}

function nameOf(rule: string, fact: unknown): string {
  if (typeof fact !== 'string' || fact === '' || fact.split('.').some((part) => forbiddenKeys.has(part))) {
    const shown = typeof fact === 'string' ? fact : typeof fact;
    throw new RuleError(rule, { zh: `「${shown}」不能作为业务数据`, en: `"${shown}" cannot be a fact` });
  }
  return fact;
}

function pathOf(rule: string, path: unknown): Path | undefined {
  if (path === undefined || path === '') return undefined;
  const parsed = typeof path === 'string' ? parsePath(path) : undefined;
  if (parsed === undefined) {
    const shown = typeof path === 'string' ? path : typeof path;
    throw new RuleError(rule, {
      zh: `路径「${shown}」只能由 $、.名称、[序号] 组成`,
      en: `path "${shown}" may only hold $, .name and [n]`,
    });
  }
  return parsed;
}

function sideOf(rule: string, given: unknown): Side {
  const value = given as JsonOperand;
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

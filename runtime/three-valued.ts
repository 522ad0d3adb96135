import type { Comparison, Condition, Operand } from '../rules-library/schema/condition.ts';
import type { Facts } from '../rules-library/schema/rule.ts';
import type { Holds } from './holds.ts';
import { operatorOf } from './operators.ts';
import { parsePath, readPath } from './path.ts';

/** Three values: true, false, and undefined for "cannot be known from these facts". */
export type Tri = boolean | undefined;

/** All hold: false as soon as one is false, unknown while one is unknown. */
export function allOf(values: readonly Tri[]): Tri {
  if (values.includes(false)) return false;
  return values.includes(undefined) ? undefined : true;
}

export function anyOf(values: readonly Tri[]): Tri {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}

export function notOf(value: Tri): Tri {
  return value === undefined ? undefined : !value;
}

/** A fact by own property; absent and null are the same: unknown. */
export function factOf(facts: Facts, name: string, path?: string): unknown {
  if (!Object.hasOwn(facts, name)) return undefined;
  const value = facts[name] ?? undefined;
  if (path === undefined || typeof value !== 'object') return value;
  const parsed = parsePath(path);
  return parsed === undefined ? undefined : (readPath(value, parsed) ?? undefined);
}

/** Drawn conditions judged in three values: the meaning the compiled rules have to keep. */
export function judge(condition: Condition, facts: Facts): Tri {
  if ('all' in condition) return allOf(condition.all.map((inner) => judge(inner, facts)));
  if ('any' in condition) return anyOf(condition.any.map((inner) => judge(inner, facts)));
  if ('not' in condition) return notOf(judge(condition.not, facts));
  return judgeComparison(condition, facts);
}

function judgeComparison(comparison: Comparison, facts: Facts): Tri {
  const operator = operatorOf(comparison.operator);
  if (operator === undefined) return undefined;
  const holds: Holds = (left, right) => {
    try {
      return operator(left, right);
    } catch {
      // As in a rule: values that cannot be compared do not meet the condition.
      return false;
    }
  };
  const fact = factOf(facts, comparison.fact, comparison.path);
  if (comparison.operator === 'isPresent' || comparison.operator === 'isMissing')
    return holds(fact, comparison.value);
  const value = operandOf(comparison.value, facts);
  if (comparison.missing !== 'as-stock' && (fact === undefined || value === undefined)) return undefined;
  return holds(fact, value);
}

/** The right side with facts in place; undefined when one of them is missing. */
export function operandOf(operand: Operand, facts: Facts): unknown {
  if (Array.isArray(operand)) {
    const values = operand.map((one) => (typeof one === 'object' ? factOf(facts, one.fact, one.path) : one));
    return values.includes(undefined) ? undefined : values;
  }
  return typeof operand === 'object' ? factOf(facts, operand.fact, operand.path) : operand;
}

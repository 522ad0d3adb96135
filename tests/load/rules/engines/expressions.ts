import type { JsonComparison, JsonCondition } from '../../../../rules-library/schema/rule.ts';

/** How a language writes what rules say. */
export interface Dialect {
  and: string;
  or: string;
  number(value: number): string;
}

const symbols: Readonly<Record<string, string>> = {
  equal: '==',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

/** A rule's conditions as one expression. */
export function expressionOf(condition: JsonCondition, dialect: Dialect): string {
  const joined = (parts: readonly JsonCondition[], by: string): string =>
    `(${parts.map((part) => expressionOf(part, dialect)).join(` ${by} `)})`;
  if ('all' in condition) return joined(condition.all, dialect.and);
  if ('any' in condition) return joined(condition.any, dialect.or);
  if (!('fact' in condition)) throw new Error('the workload has no such condition');
  return comparisonOf(condition, dialect);
}

function comparisonOf({ fact, path, operator, value }: JsonComparison, { number }: Dialect): string {
  const literal = (one: unknown): string => (typeof one === 'number' ? number(one) : JSON.stringify(one));
  const isFact = typeof value === 'object' && value !== null && !Array.isArray(value);
  const listed = Array.isArray(value) ? `[${value.map(literal).join(', ')}]` : literal(value);
  return `${fact}${(path ?? '').replace('$', '')} ${symbols[operator]} ${isFact ? value.fact : listed}`;
}

import type { Holds } from './holds.ts';

/** Thrown inside a comparison stock would throw in; the whole comparison is then false. */
export class CannotCompare extends Error {}

/** Stock asks only whether the value begins like a number; what cannot be made a text throws there. */
function looksNumeric(value: unknown): boolean {
  return typeof value === 'number' ? !Number.isNaN(value) : !Number.isNaN(Number.parseFloat(value as string));
}

/** Stock searches whatever can be searched: a list, or a text for a part of it. */
function place(searched: unknown, value: unknown): number {
  if (Array.isArray(value)) return value.indexOf(searched);
  if (typeof value === 'string') return value.indexOf(searched as string);
  throw new CannotCompare();
}

type Ordered = (fact: number, value: number) => boolean;
const ordering =
  (compare: Ordered): Holds =>
  (fact, value) =>
    looksNumeric(fact) && compare(fact as number, value as number);

/**
 * json-rules-engine's own ten operators with its own meaning, coercions and all. They throw where it throws: a decorator
 * around them (`not:in`) must not turn what cannot be compared into what holds. The library's definitions are total and say
 * false there.
 */
export const stockOperators: ReadonlyMap<string, Holds> = new Map<string, Holds>([
  ['equal', (fact, value) => fact === value],
  ['notEqual', (fact, value) => fact !== value],
  ['in', (fact, value) => place(fact, value) > -1],
  ['notIn', (fact, value) => place(fact, value) === -1],
  ['contains', (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1],
  ['doesNotContain', (fact, value) => Array.isArray(fact) && fact.indexOf(value) === -1],
  ['lessThan', ordering((fact, value) => fact < value)],
  ['lessThanInclusive', ordering((fact, value) => fact <= value)],
  ['greaterThan', ordering((fact, value) => fact > value)],
  ['greaterThanInclusive', ordering((fact, value) => fact >= value)],
]);

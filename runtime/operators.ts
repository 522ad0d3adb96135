import { operators } from '../rules-library/operators/index.ts';

/** Whether a comparison holds; total: where stock json-rules-engine would throw, it is false. */
export type Holds = (factValue: unknown, value: unknown) => boolean;

const plain = new Map<string, Holds>();
for (const operator of operators) {
  if (!operator.runs) continue;
  const { accepts, holds } = operator;
  plain.set(
    operator.name,
    accepts === undefined ? holds : (fact, value) => accepts(fact) && holds(fact, value),
  );
}

type Decorate = (next: Holds) => Holds;

/** json-rules-engine's own decorators, `not:equal` and the like. */
const decorators: ReadonlyMap<string, Decorate> = new Map<string, Decorate>([
  ['not', (next) => (fact, value) => !next(fact, value)],
  ['swap', (next) => (fact, value) => next(value, fact)],
  ['someFact', (next) => (fact, value) => Array.isArray(fact) && fact.some((one) => next(one, value))],
  ['everyFact', (next) => (fact, value) => Array.isArray(fact) && fact.every((one) => next(one, value))],
  ['someValue', (next) => (fact, value) => asList(value).some((one) => next(fact, one))],
  ['everyValue', (next) => (fact, value) => asList(value).every((one) => next(fact, one))],
]);

/** Thrown inside a comparison stock would throw in; the whole comparison is then false. */
class CannotCompare extends Error {}

function asList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CannotCompare();
  return value;
}

/** Operators whose callback throws in stock for a right side that cannot be searched. */
const searching = new Set(['in', 'notIn']);

const resolved = new Map<string, Holds | undefined>();

/** The comparison of an operator's name, decorators included; undefined when there is none of that name. */
export function operatorOf(name: string): Holds | undefined {
  if (!resolved.has(name)) {
    if (resolved.size > 1000) resolved.clear();
    resolved.set(name, build(name));
  }
  return resolved.get(name);
}

function build(name: string): Holds | undefined {
  const own = plain.get(name);
  if (own !== undefined) return own;
  const found = decorated(name);
  if (found === undefined) return undefined;
  return (fact, value) => {
    try {
      return found(fact, value);
    } catch (error) {
      if (error instanceof CannotCompare) return false;
      throw error;
    }
  };
}

function decorated(name: string): Holds | undefined {
  const own = plain.get(name);
  if (own !== undefined) return searching.has(name) ? strictly(own) : own;
  const colon = name.indexOf(':');
  if (colon <= 0) return undefined;
  const decorate = decorators.get(name.slice(0, colon));
  const next = decorated(name.slice(colon + 1));
  return decorate === undefined || next === undefined ? undefined : decorate(next);
}

/** `in` of something that is no list throws in stock, so that a decorator around it does not turn "no" into "yes". */
function strictly(holds: Holds): Holds {
  return (fact, value) => {
    if (typeof value !== 'string' && !Array.isArray(value)) throw new CannotCompare();
    return holds(fact, value);
  };
}

/** Undecorated name of an operator: `not:equal` → `equal`. */
export function baseOperator(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

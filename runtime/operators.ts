import { operators } from '../rules-library/operators/index.ts';
import type { Holds } from './holds.ts';
import { CannotCompare, stockOperators } from './stock-operators.ts';

const plain = new Map<string, Holds>(stockOperators);
for (const operator of operators) {
  if (!operator.runs || operator.builtIn) continue;
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
  ['someValue', (next) => (fact, value) => listOf(value).some((one) => next(fact, one))],
  ['everyValue', (next) => (fact, value) => listOf(value).every((one) => next(fact, one))],
]);

function listOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new CannotCompare();
  return value;
}

const mostDecorators = 8;
const mostKept = 1000;
const kept = new Map<string, Holds | undefined>();

/** The comparison of an operator's name, decorators included; undefined when there is none of that name. */
export function operatorOf(name: string): Holds | undefined {
  const own = plain.get(name);
  if (own !== undefined) return own;
  if (!kept.has(name)) {
    if (kept.size >= mostKept) kept.clear();
    kept.set(name, decorated(name.split(':')));
  }
  return kept.get(name);
}

function decorated(parts: readonly string[]): Holds | undefined {
  if (parts.length > mostDecorators + 1) return undefined;
  let made = plain.get(parts.at(-1)!);
  for (const part of parts.slice(0, -1).toReversed()) {
    const decorate = decorators.get(part);
    if (made === undefined || decorate === undefined) return undefined;
    made = decorate(made);
  }
  return made;
}

/** Undecorated name of an operator: `not:equal` → `equal`. */
export function baseOperator(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

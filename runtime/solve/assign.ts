import type { Facts } from '../../rules-library/schema/rule.ts';
import { leftFor, rightFor } from './relations.ts';
import type { State } from './state.ts';
import { valuesIn } from './values.ts';
import { isOpaque, type Variable } from './variable.ts';

/** Values a variable should rather have, best first. */
export type Wishes = (variable: Variable) => readonly unknown[];

/** Values for the variables that are not free any more. */
export type Assignment = ReadonlyMap<Variable, unknown>;

/** Values of one side of comparisons of facts that are tried, one after another, and which side is settled first. */
const tries = [0, 1, 2].flatMap((turn) => [
  { turn, first: 'left' as const },
  { turn, first: 'right' as const },
]);

/**
 * Picks values out of what a search has left: one for each variable it narrowed; of a comparison of two facts one side after
 * the other. Several picks where there are such comparisons.
 */
export function* assignments(state: State, wishes: Wishes): Generator<Assignment> {
  for (const { turn, first } of state.relations.length === 0 ? tries.slice(0, 1) : tries) {
    const mark = state.mark();
    if (settleRelations(state, wishes, turn, first)) {
      const narrowed = new Set([...state.narrowed, ...related(state)]);
      yield new Map(
        [...narrowed].map((variable) => [variable, valuesIn(state.domainOf(variable), wishes(variable))[0]]),
      );
    }
    state.undo(mark);
  }
}

function related(state: State): Variable[] {
  return state.relations.flatMap(({ relation: { left, right } }) => [left, right]);
}

function settleRelations(state: State, wishes: Wishes, turn: number, first: 'left' | 'right'): boolean {
  const settled = new Map<Variable, unknown>();
  const second = first === 'left' ? 'right' : 'left';
  for (const stated of state.relations) {
    const [one, other] = [stated.relation[first], stated.relation[second]];
    const values = valuesIn(state.domainOf(one), wishes(one));
    const value = settled.has(one) ? settled.get(one) : values[Math.min(turn, values.length - 1)];
    settled.set(one, value);
    const [to] = first === 'left' ? rightFor(stated, value) : leftFor(stated, value);
    if (to !== undefined && !state.narrow(other, to)) return false;
    settled.set(other, valuesIn(state.domainOf(other), wishes(other))[0]);
  }
  for (const [variable, value] of settled) fix(state, variable, value);
  return true;
}

/** Keeps a variable to the value it was given. */
function fix(state: State, variable: Variable, value: unknown): void {
  const domain = state.domainOf(variable);
  if (typeof value === 'number') {
    const numbers = [{ low: value, lowOpen: false, high: value, highOpen: false }];
    state.narrow(variable, {
      ...domain,
      numbers,
      texts: { kind: 'some', values: new Set() },
      missing: false,
    });
  } else if (typeof value === 'string') {
    state.narrow(variable, {
      ...domain,
      numbers: [],
      texts: { kind: 'some', values: new Set([value]) },
      missing: false,
    });
  }
}

/** Facts with these values: places within a fact are made on the way to them. */
export function factsOf(assignment: Assignment, base: Facts): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...base };
  for (const [variable, value] of assignment) {
    const { fact, path, derived } = variable;
    if (derived !== undefined && !isOpaque(variable)) continue;
    if (path === undefined || path.length === 0) {
      if (value === undefined) delete facts[fact];
      else facts[fact] = value;
    } else facts[fact] = withPlace(facts[fact], path, value);
  }
  return facts;
}

function withPlace(given: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  const isObject = typeof given === 'object' && given !== null;
  const inner = withPlace(
    isObject ? (given as Record<string | number, unknown>)[step] : undefined,
    rest,
    value,
  );
  if (typeof step === 'number') {
    const list = Array.isArray(given) ? [...(given as unknown[])] : [];
    while (list.length < step) list.push(null);
    list[step] = inner;
    return list;
  }
  return { ...(isObject ? given : {}), [step]: inner };
}

import type { Facts, JsonComparison } from '../../rules-library/schema/rule.ts';
import { operatorOf } from '../operators.ts';
import { parsePath, readPath, type Path } from '../path.ts';
import { absent, boundaryValues } from './boundary-values.ts';
import { factsOnTheRight } from './comparisons.ts';
import type { Demand } from './demands.ts';

/** Sample values of a fact, besides those its comparisons name. */
export type Samples = (fact: string) => readonly unknown[];

/** A fact, or a place in one, and what is demanded of it. */
interface Place {
  fact: string;
  path: Path;
  demands: Demand[];
}

/**
 * Facts that meet every demand, laid over others; null when none were found. Each fact takes one of the values at which its
 * comparisons turn; `pick` says which of those that will do. Facts on right sides get a value first.
 */
export function meetDemands(
  demands: readonly Demand[],
  base: Facts,
  samples: Samples,
  pick: (values: number) => number,
): Record<string, unknown> | null {
  const facts: Record<string, unknown> = { ...base };
  for (const name of demands.flatMap(({ comparison }) => factsOnTheRight(comparison)))
    facts[name] ??= samples(name)[0] ?? 100;
  for (const { fact, path, demands: own } of placesOf(demands)) {
    const offered = own.flatMap(({ comparison }) => valuesFor(comparison, facts));
    const fitting = [...offered, ...samples(fact)].filter((value) =>
      own.every((demand) => isMet(demand, value, facts)),
    );
    if (fitting.length === 0) return null;
    put(facts, fact, path, fitting[pick(fitting.length)]);
  }
  return facts;
}

/** Values at which a comparison turns, on these facts. */
export function valuesFor({ operator, value }: JsonComparison, facts: Facts): unknown[] {
  return boundaryValues(operator, rightSide(value, facts));
}

/** Facts on right sides stand before those compared with them. */
function placesOf(demands: readonly Demand[]): Place[] {
  const places = new Map<string, Place>();
  for (const demand of demands) {
    const { fact, path = '' } = demand.comparison;
    const key = JSON.stringify([fact, path]);
    const place = places.get(key) ?? { fact, path: parsePath(path) ?? [], demands: [] };
    places.set(key, place);
    place.demands.push(demand);
  }
  const onTheRight = new Set(demands.flatMap(({ comparison }) => factsOnTheRight(comparison)));
  const all = [...places.values()];
  return [
    ...all.filter(({ fact }) => onTheRight.has(fact)),
    ...all.filter(({ fact }) => !onTheRight.has(fact)),
  ];
}

function isMet({ comparison, holds }: Demand, value: unknown, facts: Facts): boolean {
  const operator = operatorOf(comparison.operator);
  if (operator === undefined) return false;
  const left = value === absent ? undefined : value;
  try {
    return operator(left, rightSide(comparison.value, facts)) === holds;
  } catch {
    // Values that cannot be compared do not meet the condition, in either engine.
    return !holds;
  }
}

/** Only a right side that is a fact is read from the facts: inside a list it is a plain value to both engines. */
function rightSide(value: JsonComparison['value'], facts: Facts): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const found = facts[value.fact];
  return value.path === undefined ? found : readPath(found, parsePath(value.path) ?? []);
}

function put(facts: Record<string, unknown>, fact: string, path: Path, value: unknown): void {
  if (path.length === 0) {
    if (value === absent) delete facts[fact];
    else facts[fact] = value;
    return;
  }
  facts[fact] = putAt(facts[fact], path, value === absent ? undefined : value);
}

/** A copy with a value put at a path; what is on the way is made. */
function putAt(target: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy: Record<string | number, unknown> =
    typeof step === 'number'
      ? ([...(Array.isArray(target) ? (target as unknown[]) : [])] as unknown as Record<number, unknown>)
      : { ...(typeof target === 'object' && target !== null && !Array.isArray(target) ? target : {}) };
  copy[step] = putAt(copy[step], rest, value);
  return copy;
}

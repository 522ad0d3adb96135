import type { Domain } from './domain.ts';
import { has } from './domain.ts';
import { nearestIn } from './intervals.ts';
import { examplesOf } from './text-set.ts';

/** Most values that are proposed of one set. */
const mostValues = 8;

/**
 * Values of a set, the wished ones first, then those nearest to the first wished number, list or text; absence (undefined)
 * comes last unless it is wished.
 */
export function valuesIn(domain: Domain, wished: readonly unknown[]): unknown[] {
  const fitting = wished.filter((value) => has(domain, value));
  const found = [
    ...fitting,
    ...numbersIn(domain, wished),
    ...examplesOf(
      domain.texts,
      wished.filter((value) => typeof value === 'string'),
      mostValues,
    ),
    ...(domain.isTrue ? [true] : []),
    ...(domain.isFalse ? [false] : []),
    ...listsIn(domain, wished),
  ];
  return [...new Set([...found, ...(domain.missing ? [undefined] : [])])];
}

function numbersIn({ numbers }: Domain, wished: readonly unknown[]): number[] {
  const wish = wished.find((value) => typeof value === 'number') ?? 0;
  return numbers
    .slice(0, mostValues)
    .map((interval) => nearestIn(interval, wish))
    .sort((one, other) => Math.abs(one - wish) - Math.abs(other - wish));
}

/** The wished list with what has to be in it and without what must not; else only what has to be in it. */
function listsIn({ lists }: Domain, wished: readonly unknown[]): unknown[][] {
  if (lists === null) return [];
  const { must, mustNot } = lists;
  const base = (wished.find((value) => Array.isArray(value)) ?? []) as readonly unknown[];
  const kept = base.filter((entry) => !mustNot.includes(entry));
  return [[...kept, ...must.filter((entry) => !kept.includes(entry))]];
}

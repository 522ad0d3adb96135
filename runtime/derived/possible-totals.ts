import { operatorOf } from '../operators.ts';
import type { Tri } from '../three-valued.ts';

/** One part of a total: whether it counts may not be decided, and its size may not be known. */
export interface Part {
  counts: Tri;
  units: number | undefined;
}

/** Most totals that are looked at one by one. */
const mostTotals = 10_000;

/** Compares a total that is not wholly known: decided when every total still possible gives the same. */
export function compareTotal(
  parts: readonly Part[],
  operator: string | undefined,
  value: number | undefined,
): Tri {
  const holds = operatorOf(operator ?? '');
  if (holds === undefined || value === undefined) return undefined;
  const able = parts.filter(({ counts }) => counts !== false);
  if (able.some(({ units }) => units === undefined)) return undefined;
  const sure = sum(able.filter(({ counts }) => counts === true));
  const open = able.flatMap(({ counts, units }) => (counts === true || units === 0 ? [] : [units!]));
  const every = totalsOf(sure, open);
  if (every === undefined && !isOrdering(operator)) return undefined;
  const totals = every ?? endsOf(sure, open);
  const first = holds(totals[0], value);
  return totals.every((total) => holds(total, value) === first) ? first : undefined;
}

function sum(parts: readonly Part[]): number {
  return parts.reduce((total, { units }) => total + units!, 0);
}

/** Every total that is possible; undefined when they are too many to look at. */
function totalsOf(sure: number, open: readonly number[]): number[] | undefined {
  let totals = new Set([sure]);
  for (const units of open) {
    totals = new Set([...totals, ...[...totals].map((total) => total + units)]);
    if (totals.size > mostTotals) return undefined;
  }
  return [...totals];
}

/** The least and the most: between them an ordering comparison cannot change and change back. */
function endsOf(sure: number, open: readonly number[]): number[] {
  const least = open.reduce((total, units) => total + Math.min(units, 0), sure);
  const most = open.reduce((total, units) => total + Math.max(units, 0), sure);
  return [least, most];
}

function isOrdering(operator: string | undefined): boolean {
  return operator !== 'equal' && operator !== 'notEqual';
}

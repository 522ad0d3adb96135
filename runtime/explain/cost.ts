import { has } from '../solve/domain.ts';
import type { State } from '../solve/state.ts';
import { valuesIn } from '../solve/values.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { sameValue } from '../effects/same-value.ts';
import { changedBy, currentOf } from './current.ts';

/** How much is changed: fewer facts first, then by how little relative to what they are. */
export interface Cost {
  facts: number;
  relative: number;
}

export function isLess(one: Cost, other: Cost): boolean {
  return one.facts < other.facts || (one.facts === other.facts && one.relative < other.relative - 1e-12);
}

/**
 * How far a value moves, as a part of what it was; other than numbers count as whole, what was missing as nothing. Taking data
 * away is the last resort.
 */
export function relativeChange(from: unknown, to: unknown): number {
  if (from === undefined) return 0;
  if (to === undefined) return Infinity;
  if (areLines(from) && areLines(to)) return linesChange(from, to);
  if (typeof from !== 'number' || typeof to !== 'number') return 1;
  return Math.abs(to - from) / Math.max(Math.abs(from), 1);
}

function areLines(value: unknown): value is Facts[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
}

/** Lines that are there, fact by fact; one more line is more than any of them changed. */
function linesChange(from: readonly Facts[], to: readonly Facts[]): number {
  if (from.length !== to.length) return 1000 * Math.abs(from.length - to.length);
  return to.reduce((total, line, index) => {
    const before = from[index]!;
    const facts = Object.keys(line).filter((fact) => !sameValue(before[fact], line[fact]));
    return total + facts.reduce((sum, fact) => sum + relativeChange(before[fact], line[fact]), 0);
  }, 0);
}

/** The least that surely has to change for what is known so far: it only grows as more becomes known. */
export function leastCost(state: State, facts: Facts): Cost {
  const moved = new Map<string, number>();
  for (const variable of state.narrowed) {
    const changed = changedBy(variable);
    if (changed === undefined) continue;
    const domain = state.domainOf(variable);
    const current = currentOf(variable, facts);
    if (has(domain, current)) continue;
    const [nearest] = valuesIn(domain, [current]);
    const relative = variable.derived === undefined ? relativeChange(current, nearest) : 0;
    moved.set(changed, Math.max(moved.get(changed) ?? 0, relative));
  }
  let relative = 0;
  for (const one of moved.values()) relative += one;
  return { facts: moved.size, relative };
}

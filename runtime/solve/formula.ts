import type { JsonComparison } from '../../rules-library/schema/rule.ts';

/**
 * Conditions as the solver reads them; the same condition is the same object, so that work on it is done once. Comparisons are
 * kept as written: `name` says which drawn condition they are.
 */
export type Formula =
  | { kind: 'test'; source: JsonComparison }
  | { kind: 'all' | 'any'; parts: readonly Formula[] }
  | { kind: 'not'; part: Formula };

/** A formula that has to hold, or has not to. */
export interface Goal {
  formula: Formula;
  wanted: boolean;
}

export const always: Formula = { kind: 'all', parts: [] };

export function allOf(parts: readonly Formula[]): Formula {
  return parts.length === 1 ? parts[0]! : { kind: 'all', parts };
}

/** Of no parts it never holds, unlike a rule's empty group. */
export function anyOf(parts: readonly Formula[]): Formula {
  if (parts.length === 0) return { kind: 'not', part: always };
  return parts.length === 1 ? parts[0]! : { kind: 'any', parts };
}

export function test(source: JsonComparison): Formula {
  return { kind: 'test', source };
}

/** Comparisons of a formula, each once, left to right. */
export function testsOf(formula: Formula): JsonComparison[] {
  const found = new Set<JsonComparison>();
  const seen = new Set<Formula>();
  const walk = (one: Formula): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.kind === 'test') found.add(one.source);
    else if (one.kind === 'not') walk(one.part);
    else one.parts.forEach(walk);
  };
  walk(formula);
  return [...found];
}

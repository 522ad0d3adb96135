import type { Condition } from './condition.ts';

/** Facts named by conditions, on either side, without repeats. */
export function factsOf(condition: Condition): string[] {
  const found = new Set<string>();
  collect(condition, found);
  return [...found];
}

function collect(condition: Condition, found: Set<string>): void {
  if ('all' in condition) condition.all.forEach((inner) => collect(inner, found));
  else if ('any' in condition) condition.any.forEach((inner) => collect(inner, found));
  else if ('not' in condition) collect(condition.not, found);
  else {
    found.add(condition.fact);
    const sides = Array.isArray(condition.value) ? condition.value : [condition.value];
    for (const side of sides) if (typeof side === 'object') found.add(side.fact);
  }
}

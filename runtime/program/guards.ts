import type { JsonComparison } from '../../rules-library/schema/rule.ts';
import { conjunctsOf, type Tree } from './condition-tree.ts';
import type { Predicate } from './predicates.ts';

const guardFacts = new Set(['event.type', 'event.stage', 'event.source', 'season.active']);

/** The compiler's own "when does this rule apply": event, stage, source and season, required at the top of a rule. */
export function guardsOf(tree: Tree): Predicate[] {
  return conjunctsOf(tree).flatMap((part) =>
    part.kind === 'test' && isGuard(part.predicate.source) ? [part.predicate] : [],
  );
}

export function isGuard({ fact }: JsonComparison): boolean {
  return guardFacts.has(fact);
}

/** Events a rule can match at all, by its guards; undefined when any event may. */
export function eventsOf(tree: Tree): string[] | undefined {
  for (const { source } of guardsOf(tree)) {
    if (source.fact !== 'event.type' || source.path !== undefined) continue;
    if (source.operator === 'equal' && typeof source.value === 'string') return [source.value];
    if (source.operator === 'in' && Array.isArray(source.value)) {
      return source.value.filter((value) => typeof value === 'string');
    }
  }
  return undefined;
}

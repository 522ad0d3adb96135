import { conjunctsOf, type TestNode, type Tree } from './condition-tree.ts';
import type { Predicate } from './predicates.ts';

const guardFacts = new Set(['event.type', 'event.stage', 'event.source', 'season.active']);

/** The compiler's own "when does this rule apply": event, stage, source and season, required at the top of a rule. */
export function guardsOf(tree: Tree): TestNode[] {
  return conjunctsOf(tree).filter(
    (part): part is TestNode => part.kind === 'test' && isGuard(part.predicate),
  );
}

export function isGuard({ left }: Predicate): boolean {
  return guardFacts.has(left.fact);
}

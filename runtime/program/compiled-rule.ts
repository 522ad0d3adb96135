import type { JsonEvent, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Tree } from './condition-tree.ts';
import type { Predicate } from './predicates.ts';

/** One rule over the predicates of its program. */
export interface CompiledRule {
  id: string;
  event: JsonEvent;
  tree: Tree;
  guards: Predicate[];
  /** Facts whose absence is told, named outside guards, `isPresent` and `isMissing`. */
  named: string[];
  source: JsonRule;
}

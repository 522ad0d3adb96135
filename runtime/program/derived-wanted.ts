import { factsOfParams } from '../facts-of-params.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { predicatesOf } from './condition-tree.ts';
import type { DerivedFacts } from './derived-facts.ts';
import { factsOfPredicate } from './predicates.ts';

/** Facts the conditions and the params of a rule name. */
export function factsOfRule({ tree, event }: CompiledRule): string[] {
  return [
    ...predicatesOf(tree).flatMap(factsOfPredicate),
    ...factsOfParams(event.params).map(({ fact }) => fact),
  ];
}

/** Derived facts some rules read, and with each result of a block the block's others: they are looked at together. */
export function derivedWith(rules: readonly CompiledRule[], derived: DerivedFacts): number[] {
  const read = new Set<string>();
  for (const rule of rules) {
    for (const fact of factsOfRule(rule)) if (derived.numberOf(fact) >= 0) read.add(blockOf(fact));
  }
  if (read.size === 0) return [];
  return derived.ordered.flatMap(({ id }, number) => (read.has(blockOf(id)) ? [number] : []));
}

/** `FLOW.NODE` of `FLOW.NODE.OUTPUT`. */
function blockOf(id: string): string {
  return id.split('.', 2).join('.');
}

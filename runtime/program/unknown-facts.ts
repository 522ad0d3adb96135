import type { Facts } from '../../rules-library/schema/rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { Predicate } from './predicates.ts';

/** Rules that apply under the same event, stage and season, and the facts they name together. */
interface Group {
  guards: readonly Predicate[];
  facts: readonly string[];
}

/** Tells which facts are absent, by rules that apply; whether these short-circuit does not matter. */
export class UnknownFacts {
  private readonly groups: Group[];

  constructor(rules: readonly CompiledRule[]) {
    const groups = new Map<string, { guards: readonly Predicate[]; facts: Set<string> }>();
    for (const { guards, named } of rules) {
      const key = [...new Set(guards.map(({ index }) => index))].sort((a, b) => a - b).join(' ');
      const group = groups.get(key) ?? { guards, facts: new Set<string>() };
      groups.set(key, group);
      for (const fact of named) group.facts.add(fact);
    }
    this.groups = [...groups.values()].map(({ guards, facts }) => ({ guards, facts: [...facts] }));
  }

  /** Absent facts, sorted; `holds` judges a guard. */
  in(facts: Facts, holds: (guard: Predicate) => boolean): string[] {
    const found = new Set<string>();
    for (const { guards, facts: named } of this.groups) {
      let applies: boolean | undefined;
      for (const fact of named) {
        if (!isAbsent(facts, fact) || found.has(fact)) continue;
        applies ??= guards.every(holds);
        if (!applies) break;
        found.add(fact);
      }
    }
    return [...found].sort();
  }
}

/** A fact is never null: where one is, nothing is known. */
export function isAbsent(facts: Facts, fact: string): boolean {
  return !Object.hasOwn(facts, fact) || facts[fact] === undefined || facts[fact] === null;
}

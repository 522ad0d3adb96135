import type { JsonCondition } from '../../rules-library/schema/rule.ts';

/**
 * Puts named conditions in place of references. Expects conditions a `ConditionTable` has read: every name is there and
 * none refers to itself. A condition named often is one and the same object.
 */
export class NamedInPlace {
  private readonly named: Readonly<Record<string, JsonCondition>>;
  private readonly known = new Map<string, JsonCondition>();

  constructor(named: Readonly<Record<string, JsonCondition>>) {
    this.named = named;
  }

  of(condition: JsonCondition): JsonCondition {
    if ('condition' in condition) {
      const before = this.known.get(condition.condition);
      if (before !== undefined) return before;
      const made = this.of(this.named[condition.condition]!);
      this.known.set(condition.condition, made);
      return made;
    }
    if ('all' in condition) return { all: condition.all.map((part) => this.of(part)) };
    if ('any' in condition) return { any: condition.any.map((part) => this.of(part)) };
    return 'not' in condition ? { not: this.of(condition.not) } : condition;
  }
}

import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Tree } from './condition-tree.ts';
import { test, type Predicate } from './predicates.ts';

const untested = 0;
const holding = 1;
const failing = 2;

/** What one evaluation knows: the outcome of each distinct condition, judged at most once. */
export class Run {
  private readonly outcomes: Uint8Array;
  private readonly facts: Facts;

  constructor(slots: number, facts: Facts) {
    this.outcomes = new Uint8Array(slots);
    this.facts = facts;
  }

  holds(tree: Tree): boolean {
    const known = this.outcomes[tree.slot];
    if (known !== untested) return known === holding;
    const holds = this.judge(tree);
    this.outcomes[tree.slot] = holds ? holding : failing;
    return holds;
  }

  /** A guard outside its tree; there are few of them. */
  readonly guardHolds = (guard: Predicate): boolean => test(guard, this.facts);

  private judge(tree: Tree): boolean {
    switch (tree.kind) {
      case 'test':
        return test(tree.predicate, this.facts);
      case 'all':
        for (const part of tree.parts) if (!this.holds(part)) return false;
        return true;
      case 'any':
        // As stock: a group of nothing holds.
        if (tree.parts.length === 0) return true;
        for (const part of tree.parts) if (this.holds(part)) return true;
        return false;
      case 'not':
        return !this.holds(tree.part);
    }
  }
}

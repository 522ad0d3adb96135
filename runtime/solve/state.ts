import { intersect, type Domain } from './domain.ts';
import type { Formula } from './formula.ts';
import { wholeNumbers } from './intervals.ts';
import type { Relation } from './literal.ts';
import type { Variable } from './variable.ts';

/** A comparison of two facts that has to hold, or has not to. */
export interface StatedRelation {
  relation: Relation;
  wanted: boolean;
}

/** What is known on the way to a solution, and can be taken back: the values each variable may still have. */
export class State {
  private readonly domains = new Map<Variable, Domain>();
  private readonly asserted = new Map<Formula, boolean>();
  private readonly undoing: (() => void)[] = [];
  readonly relations: StatedRelation[] = [];
  /** Comparisons looked at so far, whichever way they led. */
  steps = 0;

  domainOf(variable: Variable): Domain {
    return this.domains.get(variable) ?? variable.universe.domain;
  }

  /** Variables that may not have any value any more, in the order they were met. */
  get narrowed(): Variable[] {
    return [...this.domains.keys()];
  }

  /** Keeps to these values; false where none is left. */
  narrow(variable: Variable, to: Domain): boolean {
    this.steps += 1;
    const before = this.domains.get(variable);
    const after = narrowed(variable, before ?? variable.universe.domain, to);
    if (after === null) return false;
    this.domains.set(variable, after);
    this.undoing.push(() => {
      if (before === undefined) this.domains.delete(variable);
      else this.domains.set(variable, before);
    });
    return true;
  }

  /** What was said before of this formula. */
  said(formula: Formula): boolean | undefined {
    return this.asserted.get(formula);
  }

  say(formula: Formula, wanted: boolean): void {
    this.asserted.set(formula, wanted);
    this.undoing.push(() => this.asserted.delete(formula));
  }

  relate(stated: StatedRelation): void {
    this.relations.push(stated);
    this.undoing.push(() => this.relations.pop());
  }

  mark(): number {
    return this.undoing.length;
  }

  undo(mark: number): void {
    while (this.undoing.length > mark) this.undoing.pop()!();
  }
}

/** The values of a variable within a set, whole numbers only where it has no others; null where there are none. */
export function narrowed(variable: Variable, from: Domain, to: Domain): Domain | null {
  const both = intersect(from, to);
  if (both === null || !variable.universe.whole || both.numbers.length === 0) return both;
  return intersect({ ...both, numbers: wholeNumbers(both.numbers) }, both);
}

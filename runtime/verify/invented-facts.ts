import type { Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import { absent } from './boundary-values.ts';
import { comparisonsOf } from './comparisons.ts';
import { valuesFor, type Samples } from './meet-demands.ts';
import type { Scope } from './scope.ts';

/** Share of facts that are left out: missing data is where mistakes hide. */
const missingShare = 0.08;

/** Invents orders for a set of rules: each fact they name at one of the values where their comparisons turn. */
export class InventedFacts {
  private readonly values = new Map<string, unknown[]>();
  private readonly random: () => number;

  constructor(rules: readonly JsonRule[], samples: Samples, random: () => number) {
    this.random = random;
    for (const comparison of rules.flatMap(({ conditions }) => comparisonsOf(conditions))) {
      if (comparison.fact.startsWith('event.') || comparison.path !== undefined) continue;
      const values = this.values.get(comparison.fact) ?? [...samples(comparison.fact)];
      this.values.set(comparison.fact, values);
      for (const value of valuesFor(comparison, {})) if (value !== absent) values.push(value);
    }
  }

  /** The facts of one order of this event and stage. */
  next({ event, stage }: Scope): Facts {
    const facts: Record<string, unknown> = {};
    if (event !== null) facts['event.type'] = event;
    if (stage !== null) facts['event.stage'] = stage;
    for (const [fact, values] of this.values) {
      if (values.length === 0 || this.random() < missingShare) continue;
      const value = values[Math.floor(this.random() * values.length)];
      if (value !== undefined) facts[fact] = value;
    }
    return facts;
  }
}

import type { DerivedFact, Facts } from '../../rules-library/schema/rule.ts';
import { calculate } from '../derived/index.ts';
import { readDerived } from './derive.ts';

/** The derived facts of a program, by number, in an order in which they can be calculated. */
export class DerivedFacts {
  readonly ordered: readonly DerivedFact[];
  /** What a calculation costs for each line of an order: the parts of its settings. */
  readonly weights: readonly number[];
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly needed: readonly (readonly number[])[];

  /** Throws a `RuleError` for a circle or a calculation there is not. */
  constructor(derived: readonly DerivedFact[]) {
    this.ordered = readDerived(derived);
    this.weights = this.ordered.map((definition) => partsOf(definition.with));
    this.numbers = new Map(this.ordered.map(({ id }, number) => [id, number]));
    this.needed = this.ordered.map(({ reads }) =>
      reads.map((fact) => this.numberOf(fact)).filter((number) => number >= 0),
    );
  }

  /** Number of a derived fact; -1 for a fact that is loaded. */
  numberOf(fact: string): number {
    return this.numbers.get(fact) ?? -1;
  }

  /** What has to be calculated for these, themselves included, each after those it reads. */
  needs(wanted: Iterable<number>): number[] {
    const found = new Set<number>();
    const open = [...wanted];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (found.has(number)) continue;
      found.add(number);
      for (const one of this.needed[number]!) open.push(one);
    }
    return [...found].sort((one, other) => one - other);
  }
}

/**
 * One run's derived facts, each calculated when first asked for, and once. What cannot be known stays absent. In a later
 * stage, results of blocks that stand in other stages are kept as given: they were decided then.
 */
export class DerivedRun {
  /** The given facts with what was calculated so far. */
  readonly facts: Facts;
  private readonly written: Record<string, unknown>;
  private readonly derived: DerivedFacts;
  private readonly charge: (steps: number) => void;
  private readonly done = new Set<number>();
  private readonly stage: unknown;
  private readonly lines: number;

  /** `charge` is told the work of each calculation before it is done. */
  constructor(derived: DerivedFacts, given: Facts, charge: (steps: number) => void) {
    this.derived = derived;
    this.charge = charge;
    this.written = { ...given };
    this.facts = this.written;
    this.stage = this.own('event.type') === 'stage.entered' ? this.own('event.stage') : '';
    const lines = this.own('lines');
    this.lines = Array.isArray(lines) ? lines.length : 1;
  }

  valueOf(number: number): unknown {
    if (!this.done.has(number)) this.add([number]);
    return this.own(this.derived.ordered[number]!.id);
  }

  /** Calculates these and what they are made of. */
  add(wanted: Iterable<number>): void {
    for (const number of this.derived.needs(wanted)) {
      if (this.done.has(number)) continue;
      this.done.add(number);
      const definition = this.derived.ordered[number]!;
      if (definition.stages !== undefined && !definition.stages.some((name) => name === this.stage)) continue;
      this.charge(this.derived.weights[number]! * this.lines);
      const value = calculate(definition, this.facts);
      if (value === undefined) delete this.written[definition.id];
      else this.written[definition.id] = value;
    }
  }

  private own(fact: string): unknown {
    return Object.hasOwn(this.written, fact) ? this.written[fact] : undefined;
  }
}

/** Objects, list entries and values in a piece of JSON. */
function partsOf(value: unknown): number {
  let parts = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    parts += 1;
    if (typeof one !== 'object' || one === null) continue;
    for (const inner of Object.values(one) as unknown[]) open.push(inner);
  }
  return parts;
}

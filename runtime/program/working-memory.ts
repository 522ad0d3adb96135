import type { Facts } from '../../rules-library/schema/rule.ts';
import { BudgetError } from './budget-error.ts';
import { bitOf, code, type ConditionColumns } from './condition-columns.ts';
import type { DerivedFacts } from './derived-facts.ts';
import { FactReader } from './fact-reader.ts';
import type { Field } from './fields.ts';
import { sizeOf, workOf } from './work-of.ts';

/** Key of a value no condition of the program names. */
export const noKey = -1;

const lastRun = 2 ** 30 - 2;

/**
 * What one run knows: each field is read and looked up at most once, each condition that takes more than comparing two
 * numbers judged at most once. It serves later runs without being emptied: an entry counts only while it bears the number
 * of the run.
 */
export class WorkingMemory {
  private readonly reader: FactReader;
  /** Even, another each time; an outcome is this for "does not hold", one more for "holds". */
  run = 0;
  private steps = 0;
  private budget = 0;
  private readonly outcomes: Int32Array;
  private readonly keyIn: Int32Array;
  private readonly keys: Int32Array;
  private readonly keysOf: readonly ReadonlyMap<unknown, number>[];
  private readonly fields: readonly Field[];
  private readonly columns: ConditionColumns;

  constructor(fields: readonly Field[], columns: ConditionColumns, derived: DerivedFacts) {
    this.fields = fields;
    this.columns = columns;
    this.reader = new FactReader(fields, derived, (steps) => {
      this.charge(steps);
    });
    this.outcomes = new Int32Array(columns.code.length);
    this.keyIn = new Int32Array(fields.length);
    this.keys = new Int32Array(fields.length);
    this.keysOf = fields.map(({ keys }) => keys);
  }

  /** Begins a run on these facts; it may take so many steps. */
  open(facts: Facts, budget: number): void {
    this.run += 2;
    this.steps = 0;
    this.budget = budget;
    this.reader.open(facts, this.run);
  }

  /** Whether it has served as many runs as it can tell apart. */
  get isSpent(): boolean {
    return this.run >= lastRun;
  }

  /** Ends it; nothing of the facts is kept. */
  close(): void {
    this.reader.close();
  }

  /** Counts work; throws a `BudgetError` when it is more than the run may take. */
  charge(steps: number): void {
    this.steps += steps;
    if (this.steps > this.budget) throw new BudgetError(this.budget);
  }

  factOf(field: number): string {
    return this.fields[field]!.fact;
  }

  keyOf(field: number): number {
    if (this.keyIn[field] !== this.run) this.lookUp(field);
    return this.keys[field]!;
  }

  valueOf(field: number): unknown {
    return this.reader.valueOf(field);
  }

  /** A fact is never null: where one is, nothing is known. */
  isAbsent(field: number): boolean {
    const value = this.reader.valueOf(field);
    return value === undefined || value === null;
  }

  /** Whether a condition holds, by its slot. */
  holds(slot: number): boolean {
    const { columns } = this;
    const judgedBy = columns.code[slot]!;
    if (judgedBy === code.within) {
      const value = this.reader.valueOf(columns.field[slot]!);
      // No number: the operator says what it makes of it.
      if (typeof value !== 'number') return this.remembered(slot);
      return value >= columns.low[slot]! && value <= columns.high[slot]!;
    }
    if (judgedBy === code.oneOf) {
      return (bitOf(this.keyOf(columns.field[slot]!)) & columns.mask[slot]!) !== 0;
    }
    return this.remembered(slot);
  }

  /** Adds derived facts by number to the given ones. */
  prepare(derived: Iterable<number>): Facts {
    return this.reader.prepare(derived);
  }

  private lookUp(field: number): void {
    this.keyIn[field] = this.run;
    this.keys[field] = this.keysOf[field]!.get(this.reader.valueOf(field)) ?? noKey;
  }

  private remembered(slot: number): boolean {
    const known = this.outcomes[slot]!;
    if (known >= this.run) return known > this.run;
    const holds = this.judge(slot);
    this.outcomes[slot] = holds ? this.run + 1 : this.run;
    return holds;
  }

  private judge(slot: number): boolean {
    const { columns } = this;
    const field = columns.field[slot]!;
    switch (columns.code[slot]) {
      case code.all:
        return this.allHold(columns.parts[slot]!);
      case code.any:
        return this.anyHolds(columns.parts[slot]!);
      case code.not:
        return !this.holds(columns.parts[slot]![0]!);
      case code.equal:
      case code.in:
        return columns.keys[slot]!.has(this.keyOf(field));
      case code.notEqual:
      case code.notIn:
        return !columns.keys[slot]!.has(this.keyOf(field));
      case code.present:
        return !this.isAbsent(field);
      case code.missing:
        return this.isAbsent(field);
      default:
        return this.compare(slot);
    }
  }

  private allHold(parts: Int32Array): boolean {
    for (let at = 0; at < parts.length; at++) if (!this.holds(parts[at]!)) return false;
    return true;
  }

  private anyHolds(parts: Int32Array): boolean {
    for (let at = 0; at < parts.length; at++) if (this.holds(parts[at]!)) return true;
    // As stock: a group of nothing holds.
    return parts.length === 0;
  }

  /** Asks the operator; where stock would throw (a value that cannot be compared), the comparison does not hold. */
  private compare(slot: number): boolean {
    const { columns } = this;
    const { right, holds, operator } = columns.predicates[slot]!;
    const left = this.reader.valueOf(columns.field[slot]!);
    const value = 'constant' in right ? right.constant : this.reader.valueOf(columns.rightField[slot]!);
    const work = 'constant' in right ? columns.weight[slot]! : workOf(operator, value, this.budget);
    this.charge(work * (isSmall(left) ? 1 : sizeOf(left, this.budget)));
    try {
      return holds(left, value);
    } catch {
      return false;
    }
  }
}

function isSmall(value: unknown): boolean {
  return typeof value === 'string' ? value.length < 16 : typeof value !== 'object' || value === null;
}

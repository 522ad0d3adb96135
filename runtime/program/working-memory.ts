import type { Facts } from '../../rules-library/schema/rule.ts';
import { readPath } from '../path.ts';
import { countUpTo } from './block-column.ts';
import { BudgetError } from './budget-error.ts';
import { bitOf, code, type ConditionColumns } from './condition-columns.ts';
import { DerivedRun, type DerivedFacts } from './derived-facts.ts';
import type { Field } from './fields.ts';
import { hasOnlyOwn, isInherited } from './own-property.ts';
import { sizeOf, workOf } from './work-of.ts';

/** Key of a value no condition of the program names. */
export const noKey = -1;

/** Place of a value that is no number but may compare as one. */
export const unsure = -2;
const noPlace = -1;

const lastRun = 2 ** 30 - 2;
const nothing: Facts = {};

/**
 * What one run knows: each field is read and looked up at most once, each condition that takes more than comparing two
 * numbers judged at most once. It serves later runs without being emptied: an entry counts only while it bears the number
 * of the run.
 */
export class WorkingMemory {
  private facts: Facts = nothing;
  private onlyOwn = false;
  private derivedRun: DerivedRun | undefined;
  /** Even; an outcome is this for "does not hold", one more for "holds". */
  private run = 0;
  private steps = 0;
  private budget = 0;
  private readonly outcomes: Int32Array;
  private readonly readIn: Int32Array;
  private readonly values: unknown[];
  /** Values that are numbers; NaN for all others. */
  private readonly numbers: Float64Array;
  private readonly keys: Int32Array;
  private readonly bits: Int32Array;
  private readonly places: Int32Array;
  private readonly fields: readonly Field[];
  private readonly derivedOf: Int32Array;
  private readonly names: readonly string[];
  /** 1 for facts that are loaded and not named like what every object has. */
  private readonly isLoaded: Uint8Array;
  private readonly columns: ConditionColumns;
  private readonly derived: DerivedFacts;

  constructor(fields: readonly Field[], columns: ConditionColumns, derived: DerivedFacts) {
    this.fields = fields;
    this.columns = columns;
    this.derived = derived;
    this.outcomes = new Int32Array(columns.code.length);
    this.readIn = new Int32Array(fields.length);
    this.values = Array.from<unknown>({ length: fields.length });
    this.numbers = new Float64Array(fields.length);
    this.keys = new Int32Array(fields.length).fill(noKey);
    this.bits = new Int32Array(fields.length).fill(bitOf(noKey));
    this.places = new Int32Array(fields.length);
    // As keys of an object: engines look these up without comparing letters, which texts out of JSON are not spared.
    this.names = fields.map(({ fact }) => Object.keys({ [fact]: 0 })[0]!);
    this.derivedOf = Int32Array.from(fields, ({ fact, path }) =>
      path === undefined ? derived.numberOf(fact) : -1,
    );
    this.isLoaded = Uint8Array.from(fields, ({ fact, path }, field) =>
      Number(path === undefined && this.derivedOf[field] === -1 && !isInherited(fact)),
    );
  }

  /** Begins a run on these facts; it may take so many steps. */
  open(facts: Facts, budget: number): void {
    if (this.run >= lastRun) {
      this.run = 0;
      this.outcomes.fill(0);
      this.readIn.fill(0);
    }
    this.run += 2;
    this.facts = facts;
    this.onlyOwn = hasOnlyOwn(facts);
    this.steps = 0;
    this.budget = budget;
  }

  /** Ends it; nothing of the facts is kept. */
  close(): void {
    this.facts = nothing;
    this.derivedRun = undefined;
    this.values.fill(undefined);
  }

  /** Counts work; throws a `BudgetError` when it is more than the run may take. */
  charge(steps: number): void {
    this.steps += steps;
    if (this.steps > this.budget) throw new BudgetError(this.budget);
  }

  factOf(field: number): string {
    return this.fields[field]!.fact;
  }

  valueOf(field: number): unknown {
    if (this.readIn[field] !== this.run) this.read(field);
    return this.values[field];
  }

  /** The field's value where it is a number, else NaN. */
  numberOf(field: number): number {
    if (this.readIn[field] !== this.run) this.read(field);
    return this.numbers[field]!;
  }

  keyOf(field: number): number {
    if (this.readIn[field] !== this.run) this.read(field);
    return this.keys[field]!;
  }

  /** How many of the field's bounds are not above its value; below 0 when it is no number. */
  placeOf(field: number): number {
    if (this.readIn[field] !== this.run) this.read(field);
    return this.places[field]!;
  }

  /** A fact is never null: where one is, nothing is known. */
  isAbsent(field: number): boolean {
    const value = this.valueOf(field);
    return value === undefined || value === null;
  }

  /** Whether a condition holds, by its slot. */
  holds(slot: number): boolean {
    const { columns } = this;
    const judgedBy = columns.code[slot]!;
    if (judgedBy === code.within) {
      const value = this.numberOf(columns.field[slot]!);
      if (value >= columns.low[slot]!) return value <= columns.high[slot]!;
      // No number: the operator says what it makes of it.
      return Number.isNaN(value) && this.remembered(slot);
    }
    if (judgedBy === code.oneOf) {
      const field = columns.field[slot]!;
      if (this.readIn[field] !== this.run) this.read(field);
      return (this.bits[field]! & columns.mask[slot]!) !== 0;
    }
    return this.remembered(slot);
  }

  /** Adds derived facts by number to the given ones. */
  prepare(derived: Iterable<number>): Facts {
    const run = this.derivedFacts();
    run.add(derived);
    return run.facts;
  }

  private read(field: number): void {
    // Most are loaded facts of a plain object: their own property if they are there at all.
    const isQuick = this.onlyOwn && this.isLoaded[field] === 1;
    const value = isQuick ? this.facts[this.names[field]!] : this.find(this.fields[field]!, field);
    this.readIn[field] = this.run;
    this.values[field] = value;
    const isNumber = typeof value === 'number';
    this.numbers[field] = isNumber ? value : Number.NaN;
    const { bounds, keys } = this.fields[field]!;
    if (bounds.length > 0) this.places[field] = isNumber ? placeOfNumber(bounds, value) : placeOfOther(value);
    if (keys.size === 0) return;
    const key = keys.get(value) ?? noKey;
    this.keys[field] = key;
    this.bits[field] = bitOf(key);
  }

  private find({ fact, path, whole }: Field, field: number): unknown {
    if (path !== undefined) {
      const value = this.valueOf(whole);
      // As stock: a path leads into objects; other values are taken as they are.
      return typeof value === 'object' && value !== null ? readPath(value, path) : value;
    }
    if (this.derivedOf[field]! >= 0) return this.derivedFacts().valueOf(this.derivedOf[field]!);
    return Object.hasOwn(this.facts, fact) ? this.facts[fact] : undefined;
  }

  private derivedFacts(): DerivedRun {
    this.derivedRun ??= new DerivedRun(this.derived, this.facts, (steps) => {
      this.charge(steps);
    });
    return this.derivedRun;
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
    const left = this.valueOf(columns.field[slot]!);
    const value = 'constant' in right ? right.constant : this.valueOf(columns.rightField[slot]!);
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

function placeOfNumber(bounds: Float64Array, value: number): number {
  return Number.isNaN(value) ? noPlace : countUpTo(bounds, value);
}

function placeOfOther(value: unknown): number {
  return value === undefined || value === null || typeof value === 'boolean' ? noPlace : unsure;
}

import { testsOf, type Tree } from './condition-tree.ts';
import type { FieldTable } from './fields.ts';
import { nextAbove, nextBelow } from './next-number.ts';
import type { Predicate } from './predicates.ts';
import { workOf } from './work-of.ts';

/** How a condition is judged. */
export const code = {
  /** A number from low up to high. */
  within: 0,
  /** A value that is, or is not, one of few the field is compared with: a bit of a mask. */
  oneOf: 1,
  /** The same where the field is compared with many: `equal`, `notEqual`, `in`, `notIn`. */
  equal: 2,
  notEqual: 3,
  in: 4,
  notIn: 5,
  present: 6,
  missing: 7,
  /** Whatever the operator says. */
  compared: 8,
  all: 9,
  any: 10,
  not: 11,
} as const;

/** Bits of a mask for keys; the first stands for a value that has none. */
const mostBits = 31;
const largest = 1_000_000;
const noKeys: ReadonlySet<number> = new Set();
const noParts = new Int32Array();

/**
 * Every distinct condition of a program by its slot, as columns of numbers: judging one reads a few of them and calls
 * nothing that differs from rule to rule.
 */
export class ConditionColumns {
  readonly code: Uint8Array;
  /** Field on the left; -1 for a group. */
  readonly field: Int32Array;
  /** Field on the right; -1 for a constant. */
  readonly rightField: Int32Array;
  /** For `within`. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** For `oneOf`: a bit for each key (see `bitOf`) with which it holds. */
  readonly mask: Int32Array;
  /** Keys of the constants, for `equal` and `in`; for others only where `oneOf` stands for these. */
  readonly keys: ReadonlySet<number>[];
  /** Slots of a group's parts. */
  readonly parts: Int32Array[];
  readonly predicates: (Predicate | undefined)[];
  /** Comparisons: how often rules name it. */
  readonly uses: Int32Array;
  /** What a right side of lists multiplies the work by. */
  readonly weight: Float64Array;
  private readonly fields: FieldTable;

  constructor(slots: number, trees: readonly Tree[], fields: FieldTable) {
    this.fields = fields;
    this.code = new Uint8Array(slots);
    this.field = new Int32Array(slots).fill(-1);
    this.rightField = new Int32Array(slots).fill(-1);
    this.low = new Float64Array(slots).fill(Number.NEGATIVE_INFINITY);
    this.high = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
    this.mask = new Int32Array(slots);
    this.keys = Array.from({ length: slots }, () => noKeys);
    this.parts = Array.from({ length: slots }, () => noParts);
    this.predicates = Array.from<Predicate | undefined>({ length: slots });
    this.weight = new Float64Array(slots).fill(1);
    this.uses = new Int32Array(slots);
    const seen = new Uint8Array(slots);
    for (const tree of trees) this.add(tree, seen);
    for (const tree of trees) for (const { slot } of testsOf(tree)) this.uses[slot]! += 1;
    // Only now is it known with how many constants each field is compared.
    for (let slot = 0; slot < slots; slot++) this.toMask(slot);
    this.collectBounds();
  }

  private add(tree: Tree, seen: Uint8Array): void {
    if (seen[tree.slot] === 1) return;
    seen[tree.slot] = 1;
    if (tree.kind === 'test') {
      this.addTest(tree.slot, tree.predicate);
      return;
    }
    const parts = tree.kind === 'not' ? [tree.part] : tree.parts;
    for (const part of parts) this.add(part, seen);
    this.code[tree.slot] = code[tree.kind];
    this.parts[tree.slot] = Int32Array.from(parts, ({ slot }) => slot);
  }

  private addTest(slot: number, predicate: Predicate): void {
    const { left, right, operator } = predicate;
    this.predicates[slot] = predicate;
    this.field[slot] = this.fields.numberOf(left.fact, left.path);
    this.code[slot] = code.compared;
    if (!('constant' in right)) {
      this.rightField[slot] = this.fields.numberOf(right.fact, right.path);
      return;
    }
    const { constant } = right;
    this.weight[slot] = workOf(operator, constant, largest);
    if (operator === 'isPresent' || operator === 'isMissing') {
      this.code[slot] = (operator === 'isPresent') === (constant !== false) ? code.present : code.missing;
    } else if (operator === 'equal' || operator === 'notEqual') {
      if (isPlain(constant)) this.addKeys(slot, code[operator], [constant]);
    } else if (operator === 'in' || operator === 'notIn') {
      if (Array.isArray(constant) && constant.every(isPlain)) this.addKeys(slot, code[operator], constant);
    } else this.addRange(slot, operator, constant);
  }

  private addKeys(slot: number, judgedBy: number, constants: readonly unknown[]): void {
    this.code[slot] = judgedBy;
    this.keys[slot] = new Set(constants.map((one) => this.fields.keyOf(this.field[slot]!, one)));
  }

  private addRange(slot: number, operator: string, constant: unknown): void {
    const range = rangeOf(operator, constant);
    if (range === undefined) return;
    this.code[slot] = code.within;
    [this.low[slot], this.high[slot]] = range;
  }

  private toMask(slot: number): void {
    const judgedBy = this.code[slot]!;
    if (judgedBy < code.equal || judgedBy > code.notIn) return;
    if (this.fields.fields[this.field[slot]!]!.keys.size >= mostBits) return;
    let mask = 0;
    for (const key of this.keys[slot]!) mask |= bitOf(key);
    const isNegated = judgedBy === code.notEqual || judgedBy === code.notIn;
    this.code[slot] = code.oneOf;
    this.mask[slot] = isNegated ? ~mask : mask;
    if (isNegated) this.keys[slot] = noKeys;
  }

  private collectBounds(): void {
    const found = new Map<number, Set<number>>();
    this.code.forEach((judgedBy, slot) => {
      if (judgedBy !== code.within) return;
      const field = this.field[slot]!;
      const bounds = found.get(field) ?? new Set<number>();
      found.set(field, bounds);
      for (const bound of [this.low[slot]!, nextAbove(this.high[slot]!)]) {
        if (Number.isFinite(bound)) bounds.add(bound);
      }
    });
    for (const [field, bounds] of found) this.fields.fields[field]!.bounds = Float64Array.from(bounds).sort();
  }
}

/** The bit of a key in masks of its field; of a value that has no key (-1) too. */
export function bitOf(key: number): number {
  return 1 << (key + 1);
}

/** The numbers for which an ordering comparison with a constant holds, both ends included. */
function rangeOf(operator: string, constant: unknown): [number, number] | undefined {
  if (operator === 'between') {
    const isPair = Array.isArray(constant) && constant.length === 2 && constant.every(isNumber);
    return isPair ? [constant[0] as number, constant[1] as number] : undefined;
  }
  if (!isNumber(constant)) return undefined;
  switch (operator) {
    case 'greaterThan':
    case 'after':
      return [nextAbove(constant), Number.POSITIVE_INFINITY];
    case 'greaterThanInclusive':
      return [constant, Number.POSITIVE_INFINITY];
    case 'lessThan':
    case 'before':
      return [Number.NEGATIVE_INFINITY, nextBelow(constant)];
    case 'lessThanInclusive':
      return [Number.NEGATIVE_INFINITY, constant];
    default:
      return undefined;
  }
}

/** A number with others beyond it: the last ones are compared by the operator. */
function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) < Number.MAX_VALUE;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

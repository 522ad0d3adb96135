import { bitOf, code, type ConditionColumns } from './condition-columns.ts';
import type { Field } from './fields.ts';
import { nextAbove } from './next-number.ts';

/**
 * What a column looks at: whether a field has a value, which of the constants it is, where it lies among bounds; or the
 * outcome of one condition that many rules name.
 */
export const told = { presence: 0, keys: 1, range: 2, outcome: 3 } as const;

/** A condition named so often is worth a column. */
const manyUses = 8;

/** Words one column may take; with more values than fit, neighbours share a row. */
const mostWords = 2 ** 19;
const fewestCells = 64;

/** One condition of one rule of a block. */
export interface ToldCondition {
  block: number;
  /** Place of the rule in the block, below 32. */
  place: number;
  slot: number;
}

/** What is to become a column: its conditions, and the blocks it has to tell about. */
export interface ColumnDraft {
  subject: number;
  kind: number;
  firstBlock: number;
  lastBlock: number;
  conditions: ToldCondition[];
}

/** What kind of column tells a condition; undefined for one that is asked by itself. */
export function kindOf(slot: number, { code: judgedBy, uses }: ConditionColumns): number | undefined {
  switch (judgedBy[slot]) {
    case code.present:
    case code.missing:
      return told.presence;
    case code.oneOf:
    case code.equal:
    case code.notEqual:
    case code.in:
    case code.notIn:
      return told.keys;
    case code.within:
      return told.range;
    case code.compared:
      return uses[slot]! >= manyUses ? told.outcome : undefined;
    default:
      return undefined;
  }
}

/**
 * All conditions of a program's blocks on one field: for each cell the field's value may fall into, a row with a mask for every
 * block, a bit for every rule of the block whose conditions on the field may hold.
 */
export class MaskColumn {
  /** Number of the field; of an outcome the slot of its condition. */
  readonly subject: number;
  readonly kind: number;
  /** The blocks it tells about: this one and those up to `firstBlock + width`. */
  readonly firstBlock: number;
  readonly width: number;
  /** Cells with a row each: for a range one more for what is no number. A last row holds for everything. */
  readonly cells: number;
  /** Range: where cells but the first begin, ascending. */
  readonly cuts: Float64Array = noCuts;
  /** Keys: the cell by key + 1. */
  readonly cellOfKey: Int32Array = noCells;
  /** Whether values with different answers share a cell: then each rule has to be asked. */
  readonly isCoarse: boolean;
  private readonly columns: ConditionColumns;

  constructor(
    { subject, kind, firstBlock, lastBlock, conditions }: ColumnDraft,
    columns: ConditionColumns,
    fields: readonly Field[],
  ) {
    this.subject = subject;
    this.kind = kind;
    this.columns = columns;
    this.firstBlock = firstBlock;
    this.width = lastBlock - firstBlock + 1;
    const most = Math.max(fewestCells, Math.floor(mostWords / this.width));
    if (kind === told.presence || kind === told.outcome) {
      this.cells = 2;
      this.isCoarse = false;
    } else if (kind === told.keys) {
      const named = this.namedKeys(conditions, fields[subject]!.keys.size);
      this.isCoarse = named.length >= most;
      this.cells = Math.min(named.length, most - 1) + 1;
      this.cellOfKey = new Int32Array(fields[subject]!.keys.size + 1);
      named.forEach((key, at) => (this.cellOfKey[key + 1] = 1 + (at % (most - 1))));
    } else {
      const cuts = this.distinctCuts(conditions);
      const step = Math.ceil((cuts.length + 1) / most);
      this.isCoarse = step > 1;
      this.cuts = cuts.filter((_, at) => at % step === 0);
      this.cells = this.cuts.length + 2;
    }
  }

  /** Row of values that are no number. */
  get noNumber(): number {
    return this.cells - 1;
  }

  /** Row of values nothing can be said of. */
  get anything(): number {
    return this.cells;
  }

  /** Words it takes. */
  get size(): number {
    return (this.cells + 1) * this.width;
  }

  /** Writes its rows, as the conditions it was made of say, from an offset on. */
  write(words: Int32Array, offset: number, conditions: readonly ToldCondition[]): void {
    words.fill(-1, offset, offset + this.size);
    for (const { block, place, slot } of conditions) {
      const left = ~(1 << place);
      const first = offset + block - this.firstBlock;
      const holds = this.cellsOf(slot);
      for (let cell = 0; cell < this.cells; cell++) {
        if (holds[cell] === 0) words[first + cell * this.width]! &= left;
      }
    }
  }

  /** 1 for each cell in which a condition may hold. */
  private cellsOf(slot: number): Uint8Array {
    const holds = new Uint8Array(this.cells);
    const { low, high } = this.columns;
    if (this.kind === told.outcome) holds[1] = 1;
    else if (this.kind === told.presence) {
      holds[this.columns.code[slot] === code.present ? 1 : 0] = 1;
    } else if (this.kind === told.keys) {
      this.cellOfKey.forEach((cell, at) => (holds[cell]! |= Number(this.holdsForKey(slot, at - 1))));
    } else {
      const last = this.cuts.length;
      for (let cell = 0; cell <= last; cell++) {
        const begins = cell === 0 ? Number.NEGATIVE_INFINITY : this.cuts[cell - 1]!;
        const ends = cell === last ? Number.POSITIVE_INFINITY : this.cuts[cell]!;
        const reaches = begins <= high[slot]! && (ends > low[slot]! || cell === last);
        holds[cell] = Number(reaches);
      }
    }
    return holds;
  }

  private holdsForKey(slot: number, key: number): boolean {
    const judgedBy = this.columns.code[slot];
    if (judgedBy === code.oneOf) return (this.columns.mask[slot]! & bitOf(key)) !== 0;
    return this.columns.keys[slot]!.has(key) === (judgedBy === code.equal || judgedBy === code.in);
  }

  /** Keys that make a difference; of a field with few, all. */
  private namedKeys(conditions: readonly ToldCondition[], count: number): number[] {
    const slots = new Set(conditions.map(({ slot }) => slot));
    const isMasked = [...slots].some((slot) => this.columns.code[slot] === code.oneOf);
    if (isMasked) return Array.from({ length: count }, (_, key) => key);
    return [...new Set([...slots].flatMap((slot) => [...this.columns.keys[slot]!]))];
  }

  private distinctCuts(conditions: readonly ToldCondition[]): Float64Array {
    const { low, high } = this.columns;
    const ends = new Set<number>();
    for (const { slot } of conditions) {
      for (const end of [low[slot]!, nextAbove(high[slot]!)]) if (Number.isFinite(end)) ends.add(end);
    }
    return Float64Array.from(ends).sort();
  }
}

const noCuts = new Float64Array();
const noCells = new Int32Array();

/** How many of ascending numbers are not above a value; by binary search. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

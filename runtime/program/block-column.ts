import { bitOf, code, type ConditionColumns } from './condition-columns.ts';
import { nextAbove } from './next-number.ts';
import type { Field } from './fields.ts';

/** What a column looks at: whether there is a value, which of few constants or of many it is, where it lies among bounds. */
export const told = { presence: 0, fewKeys: 1, manyKeys: 2, range: 3 } as const;

/** Values of a column are written in 16 bits. */
const most = 65_535;
/** A longer list is looked up, not written out. */
const mostKeys = 64;

/** One condition of one rule of a block. */
export interface ToldCondition {
  /** Place of the rule in the block, below 32. */
  place: number;
  slot: number;
}

/**
 * All conditions of a block on one field, answered together: for each value the field may have, a mask with a bit for every
 * rule whose conditions on the field hold (rules without any among them).
 */
export interface BlockColumn {
  kind: number;
  field: number;
  /** Many keys: those named, ascending. Range: places among the field's bounds at which the mask changes, ascending. */
  points: readonly number[];
  /** Presence: absent, present. Few keys: by key + 1. Many: by place in `points`. Range: by how many `points` are passed. */
  masks: readonly number[];
  /** For every other value. */
  otherwise: number;
}

/** What kind of column tells a condition; undefined for one that is asked by itself. */
export function columnOf(
  slot: number,
  columns: ConditionColumns,
  fields: readonly Field[],
): number | undefined {
  switch (columns.code[slot]) {
    case code.present:
    case code.missing:
      return told.presence;
    case code.oneOf:
      return told.fewKeys;
    case code.equal:
    case code.notEqual:
    case code.in:
    case code.notIn:
      return columns.keys[slot]!.size > mostKeys || fields[columns.field[slot]!]!.keys.size > most
        ? undefined
        : told.manyKeys;
    case code.within:
      return fields[columns.field[slot]!]!.bounds.length > most ? undefined : told.range;
    default:
      return undefined;
  }
}

/** The columns of some conditions, each told by one, in no particular order. `all` has the bits of all rules of the block. */
export function columnsOf(
  conditions: readonly ToldCondition[],
  all: number,
  columns: ConditionColumns,
  fields: readonly Field[],
): BlockColumn[] {
  const byColumn = new Map<number, ToldCondition[]>();
  for (const condition of conditions) {
    const name = columns.field[condition.slot]! * 4 + columnOf(condition.slot, columns, fields)!;
    const list = byColumn.get(name);
    if (list === undefined) byColumn.set(name, [condition]);
    else list.push(condition);
  }
  return [...byColumn].map(([name, list]) => {
    const field = name >> 2;
    /** Rules left when those go whose condition does not hold. */
    const maskWhere: MaskWhere = (holds) => {
      let mask = all;
      for (const { place, slot } of list) if (!holds(slot)) mask &= ~(1 << place);
      return mask;
    };
    const slots = list.map(({ slot }) => slot);
    return { kind: name & 3, field, ...makers[name & 3]!(slots, maskWhere, columns, fields[field]!) };
  });
}

type MaskWhere = (holds: (slot: number) => boolean) => number;
type Maker = (
  slots: readonly number[],
  maskWhere: MaskWhere,
  columns: ConditionColumns,
  field: Field,
) => Pick<BlockColumn, 'points' | 'masks' | 'otherwise'>;

const presence: Maker = (_slots, maskWhere, columns) => ({
  points: [],
  masks: [code.missing, code.present].map((wanted) => maskWhere((slot) => columns.code[slot] === wanted)),
  otherwise: 0,
});

const fewKeys: Maker = (_slots, maskWhere, columns, { keys }) => ({
  points: [],
  masks: Array.from({ length: keys.size + 1 }, (_, at) =>
    maskWhere((slot) => (columns.mask[slot]! & bitOf(at - 1)) !== 0),
  ),
  otherwise: 0,
});

const manyKeys: Maker = (slots, maskWhere, columns) => {
  const holdsFor = (key: number) => (slot: number) => {
    const isOne = columns.code[slot] === code.equal || columns.code[slot] === code.in;
    return columns.keys[slot]!.has(key) === isOne;
  };
  const points = [...new Set(slots.flatMap((slot) => [...columns.keys[slot]!]))].sort((a, b) => a - b);
  return {
    points,
    masks: points.map((key) => maskWhere(holdsFor(key))),
    otherwise: maskWhere(holdsFor(-1)),
  };
};

const range: Maker = (slots, maskWhere, { low, high }, { bounds }) => {
  const ends = slots.flatMap((slot) => [low[slot]!, nextAbove(high[slot]!)]).filter(Number.isFinite);
  const cuts = [...new Set(ends)].sort((one, other) => one - other);
  return {
    points: cuts.map((cut) => countUpTo(bounds, cut)),
    masks: [Number.NEGATIVE_INFINITY, ...cuts].map((value) =>
      maskWhere((slot) => value >= low[slot]! && value <= high[slot]!),
    ),
    otherwise: maskWhere(() => false),
  };
};

const makers: readonly Maker[] = [presence, fewKeys, manyKeys, range];

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

import type { Document } from 'bson';
import { compareBson, encodeKey, type CompiledFilter, type Range } from '../query/index.ts';
import type { Collection, IndexInfo } from './collection.ts';
import { behind, boundKey, idRange, indexPrefix } from './keys.ts';
import { kindOf } from './kind.ts';

/** Keys from `start` up to, not including, `end`. With `point` it is exactly one key of a unique index. */
export interface Interval {
  start: Buffer;
  end: Buffer;
  point?: boolean;
}

/** How candidates are found. Every candidate is tested with the whole filter again unless the plan is `exact`. */
export interface Plan {
  /** Null: the collection's documents in the order of their making. */
  index: IndexInfo | null;
  intervals: Interval[];
  reverse: boolean;
  /** Candidates come in the order of the asked sort. */
  sorted: boolean;
  /** The intervals hold exactly the documents that match. */
  exact: boolean;
  /** Texts of `_id` keys when the plan looks those up: a transaction finds its own records by them. */
  ids?: string[];
}

/** Score of a plan that fixes every field of a unique index. */
const WHOLE = 1_000;

/** Product of values of several `$in` lists an index scan may be made of. */
const MOST_INTERVALS = 2_000;

/**
 * Chooses an index: the longest prefix of equalities, then a range on the next field, then the asked order.
 *
 * @param filter the filter as the client wrote it, beside its compiled form
 * @param sort field paths with 1 or -1, or undefined
 * @param number last commit the view contains
 */
export function choosePlan(
  collection: Collection,
  filter: Document,
  compiled: CompiledFilter,
  sort: Document | undefined,
  number: number,
): Plan {
  const order = sort && Object.entries(sort).map(([field, way]) => [field, Number(way)] as const);
  let best: { plan: Plan; score: number } | undefined;
  const natural = order?.length === 1 && order[0]![0] === '$natural';
  for (const index of natural ? [] : collection.indexes) {
    if (!index.ready || index.since > number) continue;
    if (index.partial && !implies(compiled, index)) continue;
    const made = planWith(index, filter, compiled, order);
    if (made && (!best || made.score > best.score)) best = made;
    // One document per value looked up: no other index does better.
    if (!order && best && best.score >= WHOLE) break;
  }
  if (best) return best.plan;
  return {
    index: null,
    intervals: [idRange(collection.id)],
    reverse: natural && order[0]![1] < 0,
    sorted: !order || natural,
    exact: Object.keys(filter).length === 0,
  };
}

function planWith(
  index: IndexInfo,
  filter: Document,
  compiled: CompiledFilter,
  order: (readonly [string, number])[] | undefined,
): { plan: Plan; score: number } | undefined {
  let prefixes: unknown[][] = [[]];
  let depth = 0;
  let single = true;
  for (const field of index.fields) {
    const values = fixedValues(compiled, field);
    if (!values || prefixes.length * values.length > MOST_INTERVALS) break;
    if (values.length !== 1) single = false;
    prefixes = prefixes.flatMap((row) => values.map((value) => [...row, value]));
    depth++;
  }
  const next = index.fields[depth];
  const range = next === undefined ? undefined : usableRange(compiled.ranges.get(next));
  const way = single && !index.multikey && !index.truncated ? orderWay(index, depth, order) : 0;
  const sorted = !order || way !== 0;
  if (depth === 0 && !range && !(order && way !== 0)) return undefined;
  const { directions } = index;
  const intervals = prefixes.flatMap((values) => {
    if (depth === index.fields.length) return [pointInterval(index, values)];
    const prefix = depth === 0 ? new Uint8Array(0) : encodeKey(values, directions.slice(0, depth));
    return [rangeInterval(index, prefix, range, directions[depth]!)];
  });
  intervals.sort((a, b) => Buffer.compare(a.start, b.start));
  dropRepeated(intervals);
  const plan: Plan = {
    index,
    intervals,
    reverse: way < 0,
    sorted,
    exact:
      !index.multikey &&
      !index.truncated &&
      (range ? isExactRange(range) : depth > 0) &&
      isCovered(filter, index, depth, range && next),
  };
  if (index.name === '_id_' && depth === 1) {
    plan.ids = intervals.map(({ start }) => start.toString('latin1'));
  }
  const whole = index.unique && depth === index.fields.length;
  const score = (whole ? WHOLE : 0) + depth * 10 + (range ? 5 : 0) + (order && sorted ? 7 : 0);
  return { plan, score };
}

function dropRepeated(intervals: Interval[]): void {
  for (let i = intervals.length - 1; i > 0; i--) {
    if (intervals[i]!.start.equals(intervals[i - 1]!.start)) intervals.splice(i, 1);
  }
}

/** The values a field is fixed to, in a form index entries can be looked up by. */
function fixedValues(compiled: CompiledFilter, field: string): unknown[] | undefined {
  if (compiled.equalities.has(field)) {
    const value = compiled.equalities.get(field);
    return isLookup(value) ? [value] : undefined;
  }
  const values = compiled.ins.get(field);
  if (!values || values.length === 0 || !values.every(isLookup)) return undefined;
  return values;
}

/** Arrays and regular expressions match by other rules than equality of one index entry. */
function isLookup(value: unknown): boolean {
  return (
    value !== undefined &&
    !Array.isArray(value) &&
    !(value instanceof RegExp) &&
    kindOf(value) !== 'BSONRegExp'
  );
}

function usableRange(range: Range | undefined): Range | undefined {
  if (!range) return undefined;
  const bounds = [range.gt, range.gte, range.lt, range.lte].filter((bound) => bound !== undefined);
  if (bounds.length === 0) return undefined;
  return bounds.every((bound) => isBound(bound)) ? range : undefined;
}

/** Null and the two ends of the order compare with values of other types too. */
function isBound(value: unknown): boolean {
  const kind = kindOf(value);
  return value !== null && kind !== 'MinKey' && kind !== 'MaxKey' && isLookup(value);
}

/** 1 or -1 when the index, behind `depth` fixed fields, gives the asked order forwards or backwards; else 0. */
function orderWay(index: IndexInfo, depth: number, order: (readonly [string, number])[] | undefined): number {
  if (!order) return 0;
  const fixed = new Set(index.fields.slice(0, depth));
  let way = 0;
  let at = depth;
  for (const [field, direction] of order) {
    if (fixed.has(field)) continue;
    if (index.fields[at] !== field) return 0;
    const here = Math.sign(direction) * index.directions[at]!;
    if (way !== 0 && here !== way) return 0;
    way = here;
    at++;
  }
  return way === 0 ? 1 : way;
}

function pointInterval(index: IndexInfo, values: unknown[]): Interval {
  const start = indexPrefix(index.id, encodeKey(values, index.directions));
  return index.unique ? { start, end: start, point: true } : { start, end: behind(start) };
}

function rangeInterval(
  index: IndexInfo,
  prefix: Uint8Array,
  range: Range | undefined,
  direction: number,
): Interval {
  const base = boundKey(index.id, prefix);
  if (!range) return { start: base, end: behind(base) };
  const bound = (value: unknown): Buffer =>
    boundKey(index.id, Buffer.concat([prefix, encodeKey([value], [direction])]));
  let low: Bound | undefined = boundOf(range.gte, range.gt);
  let high: Bound | undefined = boundOf(range.lte, range.lt);
  // An array may meet the two bounds with two different elements: only one of them narrows a multikey index.
  if (index.multikey && low) high = undefined;
  if (direction < 0) [low, high] = [high, low];
  // Comparison stays within one type, and the first byte of an encoded value is its type.
  const kind = bound((low ?? high)!.value).subarray(0, base.length + 1);
  return {
    // Where long values are cut short, equal keys may stand for different values: both ends stay inside.
    start: low ? edge(bound(low.value), !low.itself && !index.truncated) : Buffer.from(kind),
    end: high ? edge(bound(high.value), high.itself || index.truncated) : behind(kind),
  };
}

interface Bound {
  value: unknown;
  /** Whether the value itself is inside. */
  itself: boolean;
}

function boundOf(inclusive: unknown, exclusive: unknown): Bound | undefined {
  if (inclusive !== undefined && exclusive === undefined) return { value: inclusive, itself: true };
  if (exclusive !== undefined && inclusive === undefined) return { value: exclusive, itself: false };
  // Both were given: the wider reading finds every candidate, and the filter is tested again.
  return inclusive === undefined ? undefined : { value: inclusive, itself: true };
}

function edge(key: Buffer, past: boolean): Buffer {
  return past ? behind(key) : key;
}

/** True when the interval of a range holds just what the range matches: values of one plain type, each bound given once. */
function isExactRange({ gt, gte, lt, lte }: Range): boolean {
  if ((gt !== undefined && gte !== undefined) || (lt !== undefined && lte !== undefined)) return false;
  const low = gte ?? gt;
  const high = lte ?? lt;
  // Not-a-number lies below all numbers in the index and within no range.
  if (low === undefined || !isPlainBound(low)) return false;
  return high === undefined || (isPlainBound(high) && sameKind(low, high));
}

function sameKind(a: unknown, b: unknown): boolean {
  return a instanceof Date === b instanceof Date;
}

function isPlainBound(value: unknown): boolean {
  if (value instanceof Date) return true;
  const kind = kindOf(value);
  return (kind === 'Int32' || kind === 'Double') && !Number.isNaN(Number(value));
}

/**
 * True when every condition of the filter is an exact lookup within the first `depth` fields of the index, or the range on
 * `ranged`.
 */
function isCovered(filter: Document, index: IndexInfo, depth: number, ranged: string | undefined): boolean {
  const fixed = new Set(index.fields.slice(0, depth));
  const conditions = Object.entries(filter);
  return (
    conditions.length === depth + (ranged === undefined ? 0 : 1) &&
    conditions.every(([field, condition]) =>
      field === ranged ? isPlainRange(condition) : fixed.has(field) && isExactCondition(condition),
    )
  );
}

const BOUNDS = new Set(['$gt', '$gte', '$lt', '$lte']);

function isPlainRange(condition: unknown): boolean {
  return (
    condition !== null &&
    typeof condition === 'object' &&
    Object.keys(condition).every((operator) => BOUNDS.has(operator))
  );
}

function isExactCondition(condition: unknown): boolean {
  if (isExactValue(condition)) return true;
  if (condition === null || typeof condition !== 'object' || Array.isArray(condition)) return false;
  const operators = Object.entries(condition);
  if (operators.length !== 1) return false;
  const [name, operand] = operators[0]!;
  if (name === '$eq') return isExactValue(operand);
  return name === '$in' && Array.isArray(operand) && operand.every(isExactValue);
}

const EXACT_TYPES = new Set(['ObjectId', 'Int32', 'Binary', 'UUID']);

function isExactValue(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Date) return true;
  return EXACT_TYPES.has(kindOf(value) ?? '');
}

/** True when every document the filter matches is in the partial index, as far as that can be told. */
function implies(compiled: CompiledFilter, index: IndexInfo): boolean {
  return Object.entries(index.partial!).every(([field, condition]) => {
    if (field.startsWith('$')) return false;
    const { equalities, ins, ranges } = compiled;
    const values = equalities.has(field) ? [equalities.get(field)] : ins.get(field);
    const test = index.partialFields?.get(field);
    if (values && test) return values.every((value) => isLookup(value) && value !== null && test(value));
    const range = ranges.get(field);
    return range !== undefined && impliedByRange(range, condition);
  });
}

/** A range of the filter that is the partial expression's own range, or any range where it only asks for presence. */
function impliedByRange(range: Range, condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object' || '_bsontype' in condition) return false;
  return Object.entries(condition).every(([operator, operand]) => {
    if (operator === '$exists') return operand === true;
    if (operator !== '$gt' && operator !== '$gte' && operator !== '$lt' && operator !== '$lte') return false;
    const own = range[operator.slice(1) as keyof Range];
    return own !== undefined && compareBson(own, operand) === 0;
  });
}

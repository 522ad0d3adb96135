import { BSONSymbol, Int32, Long, ObjectId } from 'bson';
import { StoreError } from '../../errors.ts';
import { isNumeric, typeNameOf, TypeOrder, typeOrderOf } from '../values/bson-type.ts';
import { compareBson, millisecondsOf } from '../values/compare.ts';
import { compareNumbers, isNaNumber, toDouble, wholeNumber, type BsonNumber } from '../values/number.ts';
import type { ValueTest } from '../values/path.ts';
import { isRegex, regexTest } from './regex.ts';

/** Equality as `$eq` has it; null also stands for a missing field. The common types get a test of their own. */
export function equalTo(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return (value) => value === undefined || value === null;
  if (typeof operand === 'string') {
    return (value) => value === operand || (value instanceof BSONSymbol && value.value === operand);
  }
  if (operand instanceof ObjectId) return (value) => value instanceof ObjectId && value.equals(operand);
  if (typeof operand === 'boolean') return (value) => value === operand;
  if (operand instanceof Date) {
    const time = millisecondsOf(operand);
    return (value) => value instanceof Date && millisecondsOf(value) === time;
  }
  if (operand instanceof Int32) {
    const number = operand.value;
    return (value) =>
      value instanceof Int32
        ? value.value === number
        : isNumeric(value) && compareNumbers(value as BsonNumber, operand) === 0;
  }
  const order = typeOrderOf(operand);
  return (value) => typeOrderOf(value) === order && compareBson(value, operand) === 0;
}

/** How `$gt $gte $lt $lte` judge the sign of a comparison. */
export interface Side {
  below: boolean;
  equal: boolean;
  above: boolean;
}

export const SIDES = {
  $gt: { below: false, equal: false, above: true },
  $gte: { below: false, equal: true, above: true },
  $lt: { below: true, equal: false, above: false },
  $lte: { below: true, equal: true, above: false },
} satisfies Record<string, Side>;

/** A range comparison. It holds within one type only, except against MinKey and MaxKey; NaN is in no range but its own. */
export function comparedTo(operand: unknown, side: Side): ValueTest {
  const order = typeOrderOf(operand);
  if (order === TypeOrder.null || order === TypeOrder.undefined) {
    return (value) => side.equal && (value === undefined || value === null);
  }
  if (order === TypeOrder.minKey || order === TypeOrder.maxKey) {
    return (value) => value !== undefined && passes(typeOrderOf(value) - order, side);
  }
  if (order === TypeOrder.number) return comparedToNumber(operand as BsonNumber, side);
  return (value) => typeOrderOf(value) === order && passes(compareBson(value, operand), side);
}

function comparedToNumber(operand: BsonNumber, side: Side): ValueTest {
  if (isNaNumber(operand))
    return (value) => side.equal && isNumeric(value) && isNaNumber(value as BsonNumber);
  return (value) => {
    if (!isNumeric(value)) return false;
    const sign = compareNumbers(value as BsonNumber, operand);
    return passes(sign, side) && (sign >= 0 || !isNaNumber(value as BsonNumber));
  };
}

function passes(sign: number, side: Side): boolean {
  return sign < 0 ? side.below : sign > 0 ? side.above : side.equal;
}

const LINEAR_LIMIT = 8;

/** Membership as `$in` has it: by equality, or by pattern where the list holds regular expressions. */
export function oneOf(operands: readonly unknown[]): ValueTest {
  const texts = new Set<unknown>();
  const others: unknown[] = [];
  const tests: ValueTest[] = [];
  for (const operand of operands) {
    if (typeof operand === 'string') texts.add(operand);
    else if (isRegex(operand)) tests.push(regexTest(operand));
    else others.push(operand);
  }
  if (others.length > LINEAR_LIMIT) tests.push(oneOfMany(others));
  else for (const operand of others) tests.push(equalTo(operand));
  return (value) => {
    if (texts.has(value)) return true;
    if (value instanceof BSONSymbol && texts.has(value.value)) return true;
    for (const test of tests) if (test(value)) return true;
    return false;
  };
}

function oneOfMany(operands: unknown[]): ValueTest {
  const sorted = operands.sort(compareBson);
  return (value) => isInSorted(sorted, value ?? null);
}

function isInSorted(sorted: readonly unknown[], value: unknown): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sign = compareBson(sorted[middle], value);
    if (sign === 0) return true;
    if (sign < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

const TYPE_CODES = new Map<number, string>([
  [-1, 'minKey'],
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [127, 'maxKey'],
]);
const TYPE_NAMES = new Set(TYPE_CODES.values());

/** The test of `$type`: one type or a list, by name or by number. */
export function ofType(operand: unknown): ValueTest {
  const wanted = new Set<string>();
  for (const type of Array.isArray(operand) ? (operand as unknown[]) : [operand]) {
    const name = typeof type === 'string' ? type : TYPE_CODES.get(wholeNumber(type) ?? NaN);
    if (name === 'number') for (const width of ['int', 'long', 'double', 'decimal']) wanted.add(width);
    else if (name !== undefined && TYPE_NAMES.has(name)) wanted.add(name);
    else throw new StoreError(2, 'BadValue', `Unknown type name alias or number: ${printable(type)}`);
  }
  if (wanted.size === 0) throw new StoreError(2, 'BadValue', '$type must match at least one type');
  return (value) => value !== undefined && wanted.has(typeNameOf(value));
}

/** The test of `$mod: [divisor, remainder]`. Numbers are cut to whole ones first. */
export function remainderTest(operand: unknown): ValueTest {
  const parts = Array.isArray(operand) ? (operand as unknown[]) : [];
  if (parts.length !== 2) {
    throw new StoreError(2, 'BadValue', 'malformed mod, needs to be an array of a divisor and a remainder');
  }
  const [divisor, remainder] = parts.map(truncated);
  if (divisor === undefined || remainder === undefined) {
    throw new StoreError(2, 'BadValue', 'malformed mod, divisor and remainder must be finite numbers');
  }
  if (divisor === 0n) throw new StoreError(2, 'BadValue', 'divisor cannot be 0');
  if (Number.isSafeInteger(Number(divisor)) && Number.isSafeInteger(Number(remainder))) {
    const small = Number(divisor);
    const rest = Number(remainder);
    return (value) => {
      if (value instanceof Int32) return value.value % small === rest;
      const whole = truncated(value);
      return whole !== undefined && whole % divisor === remainder;
    };
  }
  return (value) => {
    const whole = truncated(value);
    return whole !== undefined && whole % divisor === remainder;
  };
}

function truncated(value: unknown): bigint | undefined {
  if (value instanceof Long) return value.toBigInt();
  if (typeof value === 'bigint') return value;
  if (!isNumeric(value)) return undefined;
  const number = Math.trunc(toDouble(value as BsonNumber));
  return Number.isFinite(number) ? BigInt(number) : undefined;
}

/** The test of `$size`. */
export function ofSize(operand: unknown): ValueTest {
  const size = wholeNumber(operand);
  if (size === undefined) {
    throw new StoreError(2, 'BadValue', `Failed to parse $size. Expected an integer: ${printable(operand)}`);
  }
  if (size < 0) {
    throw new StoreError(2, 'BadValue', `Failed to parse $size. Expected a non-negative number: ${size}`);
  }
  return (value) => Array.isArray(value) && value.length === size;
}

/** A flag as MongoDB reads one: everything but false, zero, null and undefined is true. */
export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false;
  return !(isNumeric(value) && toDouble(value as BsonNumber) === 0);
}

/** A short form of a value for an error text; never the contents of documents or binary data. */
export function printable(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
  if (value === null || typeof value === 'boolean' || isNumeric(value)) {
    return String(value);
  }
  return `a value of type ${typeNameOf(value)}`;
}

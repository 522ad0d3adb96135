import { Decimal128, Double, Int32, Long } from 'bson';
import {
  addDecimals,
  decimalOf,
  divideDecimals,
  multiplyDecimals,
  parseDecimal,
  remainderOfDecimals,
  roundDecimal,
  toDecimal128,
  type Decimal,
  type Rounding,
} from './decimal.ts';

const MIN_INT32 = -2_147_483_648;
const MAX_INT32 = 2_147_483_647;
const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;

/** Any number as BSON holds it, or as JavaScript writes it. */
export type BsonNumber = Int32 | Double | Long | Decimal128 | number | bigint;

/** How wide a number is: an operation on two of them gives the wider one. */
type Width = 'int' | 'long' | 'double' | 'decimal';

function widthOf(value: BsonNumber): Width {
  if (value instanceof Int32) return 'int';
  if (value instanceof Double) return 'double';
  if (value instanceof Long || typeof value === 'bigint') return 'long';
  if (value instanceof Decimal128) return 'decimal';
  return Number.isInteger(value) && value >= MIN_INT32 && value <= MAX_INT32 ? 'int' : 'double';
}

/** The value as a JS number, or undefined where that would lose digits (a large long, a decimal). */
export function exactDouble(value: BsonNumber): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) {
    const number = value.toNumber();
    return Number.isSafeInteger(number) ? number : undefined;
  }
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : undefined;
  }
  return undefined;
}

/** The nearest JS number. */
export function toDouble(value: BsonNumber): number {
  const exact = exactDouble(value);
  if (exact !== undefined) return exact;
  return value instanceof Long ? value.toNumber() : Number(value.toString());
}

/** The value as a decimal without any rounding. */
export function exactDecimal(value: BsonNumber): Decimal {
  if (value instanceof Decimal128) return decimalOf(value);
  if (value instanceof Long) return { kind: 'finite', coefficient: value.toBigInt(), exponent: 0 };
  if (typeof value === 'bigint') return { kind: 'finite', coefficient: value, exponent: 0 };
  return exactDecimalOfDouble(typeof value === 'number' ? value : value.value);
}

const BITS = new DataView(new ArrayBuffer(8));

function exactDecimalOfDouble(value: number): Decimal {
  if (Number.isNaN(value)) return { kind: 'nan' };
  if (!Number.isFinite(value)) return { kind: 'infinite', negative: value < 0 };
  if (Number.isSafeInteger(value)) return { kind: 'finite', coefficient: BigInt(value), exponent: 0 };
  BITS.setFloat64(0, value);
  const bits = BITS.getBigUint64(0);
  const power = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = power === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  const binary = Math.max(power, 1) - 1075;
  // m * 2^-k = m * 5^k * 10^-k
  const magnitude = binary >= 0 ? mantissa << BigInt(binary) : mantissa * 5n ** BigInt(-binary);
  return {
    kind: 'finite',
    coefficient: value < 0 ? -magnitude : magnitude,
    exponent: Math.min(binary, 0),
  };
}

/** Orders two numbers of any types by value, exactly; NaN is lowest and equals itself, -0 equals 0. */
export function compareNumbers(a: BsonNumber, b: BsonNumber): number {
  const x = exactDouble(a);
  const y = exactDouble(b);
  if (x !== undefined && y !== undefined) {
    if (x < y) return -1;
    if (x > y) return 1;
    if (x === y) return 0;
    return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
  }
  return compareDecimals(exactDecimal(a), exactDecimal(b));
}

/** Orders two decimals by value; NaN is lowest. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.kind === 'nan' || b.kind === 'nan') return Number(b.kind === 'nan') - Number(a.kind === 'nan');
  if (a.kind === 'infinite' || b.kind === 'infinite') return infinityRank(a) - infinityRank(b);
  const exponent = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * 10n ** BigInt(a.exponent - exponent);
  const y = b.coefficient * 10n ** BigInt(b.exponent - exponent);
  return x < y ? -1 : x > y ? 1 : 0;
}

function infinityRank(value: Decimal): number {
  if (value.kind !== 'infinite') return 0;
  return value.negative ? -1 : 1;
}

/** True for NaN of either kind. */
export function isNaNumber(value: BsonNumber): boolean {
  if (value instanceof Decimal128) return decimalOf(value).kind === 'nan';
  return Number.isNaN(exactDouble(value) ?? 0);
}

/**
 * Sum in the wider of the two types. An int sum that leaves 32 bits becomes a long.
 *
 * @returns undefined when a long sum leaves 64 bits
 */
export function addNumbers(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
    addDecimals,
  );
}

/** Product in the wider of the two types; undefined when a long product leaves 64 bits. */
export function multiplyNumbers(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    multiplyDecimals,
  );
}

/** Quotient as a double, or as a decimal where one operand is a decimal. The divisor must not be zero. */
export function divideNumbers(a: BsonNumber, b: BsonNumber): Double | Decimal128 {
  if (a instanceof Decimal128 || b instanceof Decimal128) {
    return toDecimal128(divideDecimals(toDecimal(a), toDecimal(b)));
  }
  return new Double(toDouble(a) / toDouble(b));
}

function combine(
  a: BsonNumber,
  b: BsonNumber,
  onDoubles: (x: number, y: number) => number,
  onIntegers: (x: bigint, y: bigint) => bigint,
  onDecimals: (x: Decimal, y: Decimal) => Decimal,
): BsonNumber | undefined {
  const wide = widthOf(a);
  const other = widthOf(b);
  if (wide === 'decimal' || other === 'decimal') return toDecimal128(onDecimals(toDecimal(a), toDecimal(b)));
  if (wide === 'double' || other === 'double') return new Double(onDoubles(toDouble(a), toDouble(b)));
  const x = exactDouble(a);
  const y = exactDouble(b);
  const result = x === undefined || y === undefined ? NaN : onDoubles(x, y);
  if (wide === 'int' && other === 'int' && result >= MIN_INT32 && result <= MAX_INT32)
    return new Int32(result);
  if (Number.isSafeInteger(result)) return Long.fromNumber(result);
  const exact = onIntegers(toBigInt(a), toBigInt(b));
  return exact < MIN_INT64 || exact > MAX_INT64 ? undefined : Long.fromBigInt(exact);
}

function toBigInt(value: BsonNumber): bigint {
  if (typeof value === 'bigint') return value;
  return value instanceof Long ? value.toBigInt() : BigInt(toDouble(value));
}

/** A double joins decimal arithmetic with its 15 significant digits, as MongoDB converts it: 0.1 is 0.1 there. */
function toDecimal(value: BsonNumber): Decimal {
  if (value instanceof Double) return parseDecimal(value.value.toPrecision(15));
  if (typeof value === 'number' && !Number.isInteger(value)) return parseDecimal(value.toPrecision(15));
  return exactDecimal(value);
}

/** The value as a 32-bit-safe JS integer where it is whole, as counts, positions and flags must be; else undefined. */
export function wholeNumber(value: unknown): number | undefined {
  if (
    typeof value !== 'number' &&
    typeof value !== 'bigint' &&
    !(
      value instanceof Int32 ||
      value instanceof Double ||
      value instanceof Long ||
      value instanceof Decimal128
    )
  ) {
    return undefined;
  }
  const number = toDouble(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The number with its sign turned; the lowest int or long becomes wider. */
export function negateNumber(value: BsonNumber): BsonNumber {
  if (value instanceof Double) return new Double(-value.value);
  return multiplyNumbers(value, new Int32(-1)) ?? new Double(-toDouble(value));
}

/** The number without its sign. */
export function absoluteNumber(value: BsonNumber): BsonNumber {
  return compareNumbers(value, 0) < 0 ? negateNumber(value) : value;
}

/**
 * What a division in whole numbers leaves over, with the sign of the dividend, in the wider type. The divisor must not be zero.
 */
export function remainderOfNumbers(a: BsonNumber, b: BsonNumber): BsonNumber {
  const wide = widthOf(a);
  const other = widthOf(b);
  if (wide === 'decimal' || other === 'decimal')
    return toDecimal128(remainderOfDecimals(toDecimal(a), toDecimal(b)));
  if (wide === 'double' || other === 'double') return new Double(toDouble(a) % toDouble(b));
  const rest = toBigInt(a) % toBigInt(b);
  return wide === 'int' && other === 'int' ? new Int32(Number(rest)) : Long.fromBigInt(rest);
}

/**
 * Rounds to a number of decimal places (negative: tens, hundreds …), exactly, in the type it has.
 *
 * @param mode towards the even one of two equally near neighbours, towards zero, down or up
 */
export function roundNumber(value: BsonNumber, places: number, mode: Rounding): BsonNumber {
  const width = widthOf(value);
  if (places >= 0 && (width === 'int' || width === 'long')) return value;
  const exact = exactDecimal(value);
  if (exact.kind !== 'finite') return value;
  const rounded = roundDecimal(exact, places, mode);
  if (width === 'decimal') return toDecimal128(rounded);
  const number = Number(`${rounded.coefficient}e${rounded.exponent}`);
  if (width === 'double') return new Double(number);
  return width === 'int'
    ? new Int32(number)
    : Long.fromBigInt(rounded.coefficient * 10n ** BigInt(rounded.exponent));
}

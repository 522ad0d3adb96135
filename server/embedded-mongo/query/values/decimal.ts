import { Decimal128 } from 'bson';

/** A decimal number as `coefficient * 10^exponent`, or one of the values that are not numbers in that sense. */
export type Decimal =
  | { kind: 'finite'; coefficient: bigint; exponent: number }
  | { kind: 'infinite'; negative: boolean }
  | { kind: 'nan' };

const MAX_DIGITS = 34;
const FORM = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** Reads `1.5`, `-2E+10`, `Infinity`, `NaN` as they are written by Decimal128 and by JS numbers. */
export function parseDecimal(text: string): Decimal {
  const match = FORM.exec(text);
  if (!match) {
    if (/infinity/i.test(text)) return { kind: 'infinite', negative: text.startsWith('-') };
    return { kind: 'nan' };
  }
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const coefficient = BigInt(whole + fraction);
  return {
    kind: 'finite',
    coefficient: sign === '-' ? -coefficient : coefficient,
    exponent: Number(power) - fraction.length,
  };
}

/** Numeric value of a BSON decimal. */
export function decimalOf(value: Decimal128): Decimal {
  return parseDecimal(value.toString());
}

/** The decimal as a BSON value, rounded half to even to 34 digits where it has more. */
export function toDecimal128(value: Decimal): Decimal128 {
  if (value.kind === 'nan') return Decimal128.fromString('NaN');
  if (value.kind === 'infinite') return Decimal128.fromString(value.negative ? '-Infinity' : 'Infinity');
  const rounded = roundToDigits(value.coefficient, value.exponent);
  return Decimal128.fromStringWithRounding(`${rounded.coefficient}E${rounded.exponent}`);
}

function roundToDigits(coefficient: bigint, exponent: number): { coefficient: bigint; exponent: number } {
  const negative = coefficient < 0n;
  const magnitude = negative ? -coefficient : coefficient;
  const excess = magnitude.toString().length - MAX_DIGITS;
  if (excess <= 0) return { coefficient, exponent };
  const divisor = 10n ** BigInt(excess);
  let kept = magnitude / divisor;
  const rest = (magnitude % divisor) * 2n;
  if (rest > divisor || (rest === divisor && kept % 2n === 1n)) kept += 1n;
  return { coefficient: negative ? -kept : kept, exponent: exponent + excess };
}

/** Exact sum, before rounding to 34 digits. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return { kind: 'nan' };
  if (a.kind === 'infinite') return b.kind === 'infinite' && a.negative !== b.negative ? { kind: 'nan' } : a;
  if (b.kind === 'infinite') return b;
  const exponent = Math.min(a.exponent, b.exponent);
  return {
    kind: 'finite',
    coefficient:
      a.coefficient * 10n ** BigInt(a.exponent - exponent) +
      b.coefficient * 10n ** BigInt(b.exponent - exponent),
    exponent,
  };
}

/** Exact product, before rounding to 34 digits. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return { kind: 'nan' };
  if (a.kind === 'finite' && b.kind === 'finite') {
    return { kind: 'finite', coefficient: a.coefficient * b.coefficient, exponent: a.exponent + b.exponent };
  }
  if (isZero(a) || isZero(b)) return { kind: 'nan' };
  return { kind: 'infinite', negative: isNegative(a) !== isNegative(b) };
}

/** Quotient to 34 digits; the divisor must not be zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind === 'nan' || b.kind === 'nan') return { kind: 'nan' };
  if (a.kind === 'infinite') {
    return b.kind === 'infinite'
      ? { kind: 'nan' }
      : { kind: 'infinite', negative: a.negative !== isNegative(b) };
  }
  if (b.kind === 'infinite') return { kind: 'finite', coefficient: 0n, exponent: 0 };
  const shift = Math.max(
    0,
    MAX_DIGITS + 2 + b.coefficient.toString().length - a.coefficient.toString().length,
  );
  const scaled = a.coefficient * 10n ** BigInt(shift);
  const ideal = a.exponent - b.exponent;
  let coefficient = scaled / b.coefficient;
  let exponent = ideal - shift;
  if (scaled % b.coefficient !== 0n) {
    // One more digit says "not exact", so that rounding to 34 digits never takes the rest for an exact half.
    const last = scaled < 0n !== b.coefficient < 0n ? -1n : 1n;
    return { kind: 'finite', coefficient: coefficient * 10n + last, exponent: exponent - 1 };
  }
  // Drop the zeros the scaling added: 6 / 2 is 3 and not 3.000….
  while (exponent < ideal && coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent += 1;
  }
  return { kind: 'finite', coefficient, exponent };
}

/** What a division in whole numbers leaves over, with the sign of the dividend; the divisor must not be zero. */
export function remainderOfDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.kind !== 'finite' || b.kind === 'nan') return { kind: 'nan' };
  if (b.kind === 'infinite') return a;
  const exponent = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * 10n ** BigInt(a.exponent - exponent);
  const y = b.coefficient * 10n ** BigInt(b.exponent - exponent);
  return { kind: 'finite', coefficient: x % y, exponent };
}

/** Which neighbour a number goes to: the even one of two equally near, towards zero, down or up. */
export type Rounding = 'even' | 'zero' | 'down' | 'up';

/** Rounds to a number of decimal places; a number with fewer stays as it is. */
export function roundDecimal(
  value: Decimal & { kind: 'finite' },
  places: number,
  mode: Rounding,
): Decimal & { kind: 'finite' } {
  const excess = -value.exponent - places;
  if (excess <= 0) return value;
  const divisor = 10n ** BigInt(excess);
  const kept = value.coefficient / divisor;
  const rest = value.coefficient % divisor;
  return { kind: 'finite', coefficient: kept + correction(kept, rest, divisor, mode), exponent: -places };
}

function correction(kept: bigint, rest: bigint, divisor: bigint, mode: Rounding): bigint {
  if (rest === 0n || mode === 'zero') return 0n;
  if (mode === 'down') return rest < 0n ? -1n : 0n;
  if (mode === 'up') return rest > 0n ? 1n : 0n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (twice < divisor || (twice === divisor && kept % 2n === 0n)) return 0n;
  return rest < 0n ? -1n : 1n;
}

function isZero(value: Decimal): boolean {
  return value.kind === 'finite' && value.coefficient === 0n;
}

function isNegative(value: Decimal): boolean {
  return value.kind === 'infinite' ? value.negative : value.kind === 'finite' && value.coefficient < 0n;
}

/** Stock json-rules-engine's own test of a number: text that begins as one passes ("12kg" too). */
export function isNumberLike(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (typeof value === 'symbol') return false;
  try {
    return !Number.isNaN(Number.parseFloat(String(value)));
  } catch {
    // An object whose text cannot be made is no number.
    return false;
  }
}

/** Compares as stock does; where that would throw (an object without a primitive form), the comparison is false. */
export function compares(fact: unknown, value: unknown, test: (a: number, b: number) => boolean): boolean {
  if (typeof fact === 'number' && typeof value === 'number') return test(fact, value);
  try {
    return test(fact as number, value as number);
  } catch {
    return false;
  }
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

export function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && isNumber(value[0]) && isNumber(value[1]);
}

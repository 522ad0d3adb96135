const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

/** The least number above one (IEEE 754 nextUp): above it and no less than this are the same. An infinity is its own. */
export function nextAbove(value: number): number {
  if (!Number.isFinite(value)) return value;
  // Both zeros come before the least positive number.
  float[0] = value === 0 ? 0 : value;
  bits[0]! += value >= 0 ? 1n : -1n;
  return float[0];
}

/** The greatest number below one. */
export function nextBelow(value: number): number {
  return -nextAbove(-value);
}

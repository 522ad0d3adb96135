/** Money is kept in fen and typed in yuan. */
export function yuanOf(fen: number): number {
  return fen / 100;
}

/** Rounded to whole fen: 0.1 + 0.2 yuan are 30 fen. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * 100);
}

/** A unit in which an amount may be typed: so many of the small one it is kept in. */
export interface Unit<Name extends string> {
  name: Name;
  size: number;
}

export type DurationUnit = 'minutes' | 'hours' | 'days';
export const durationUnits: readonly Unit<DurationUnit>[] = [
  { name: 'minutes', size: 1 },
  { name: 'hours', size: 60 },
  { name: 'days', size: 1440 },
];

export type WeightUnit = 'grams' | 'kilograms';
export const weightUnits: readonly Unit<WeightUnit>[] = [
  { name: 'grams', size: 1 },
  { name: 'kilograms', size: 1000 },
];

export type VolumeUnit = 'cubicCentimetres' | 'litres' | 'cubicMetres';
export const volumeUnits: readonly Unit<VolumeUnit>[] = [
  { name: 'cubicCentimetres', size: 1 },
  { name: 'litres', size: 1000 },
  { name: 'cubicMetres', size: 1_000_000 },
];

/** The largest unit in which an amount is a whole number; nothing yet is in the middle one. */
export function fittingUnit<Name extends string>(
  amount: number | undefined,
  units: readonly Unit<Name>[],
): Unit<Name> {
  if (amount === undefined || amount === 0) return units[Math.min(1, units.length - 1)]!;
  return units.findLast(({ size }) => amount % size === 0) ?? units[0]!;
}

/** An amount typed in a unit, in the small one. Whole, as it is kept. */
export function inSmallUnit(typed: number, size: number): number {
  return Math.round(typed * size);
}

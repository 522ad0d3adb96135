import type { Calculation } from './calculation.ts';

/** `with: { from, to, unit: 'minutes' }`: minutes from one moment to another, fractions kept. */
export const difference: Calculation = ({ with: settings }, facts) => {
  const from = facts[String(settings.from)];
  const to = facts[String(settings.to)];
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  return (to - from) / 60_000;
};

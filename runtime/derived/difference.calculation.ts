import { defineCalculation } from './calculation.ts';

/** `with: { from, to, unit: 'minutes' }`: minutes from one moment to another, fractions kept. */
export const difference = defineCalculation({
  name: 'difference',
  calculate: ({ with: { from, to } }, facts) => {
    const start = momentOf(facts, from);
    const end = momentOf(facts, to);
    return start === undefined || end === undefined ? undefined : (end - start) / 60_000;
  },
});

function momentOf(facts: Readonly<Record<string, unknown>>, fact: unknown): number | undefined {
  if (typeof fact !== 'string' || !Object.hasOwn(facts, fact)) return undefined;
  const moment = facts[fact];
  return typeof moment === 'number' && Number.isFinite(moment) ? moment : undefined;
}

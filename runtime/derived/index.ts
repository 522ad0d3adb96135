import type { Calculate, Calculation } from './calculation.ts';
import { definitions } from './definitions.ts';

/** Calculations by the name a block gives in `derived.calculate`. */
export const calculations: ReadonlyMap<string, Calculation> = new Map(
  definitions.map(({ name, calculate: own }) => [name, own]),
);

/** The value of a derived fact on these facts; undefined where it cannot be known or there is no such calculation. */
export const calculate: Calculate = (definition, facts) =>
  calculations.get(definition.calculate)?.(definition, facts, calculate);

import type { DerivedFact, Facts } from '../../rules-library/schema/rule.ts';

/** Calculates any derived fact, for calculations that need others on the way. */
export type Calculate = (definition: DerivedFact, facts: Facts) => unknown;

/** Calculates one derived fact from others; undefined where it cannot be known. Pure and total. */
export type Calculation = (definition: DerivedFact, facts: Facts, calculate: Calculate) => unknown;

export interface CalculationDefinition {
  /** What blocks write in `derived.calculate`. */
  name: string;
  calculate: Calculation;
}

/** Defines one calculation of derived facts; the file name is its name plus `.calculation.ts`. */
export function defineCalculation(definition: CalculationDefinition): CalculationDefinition {
  return definition;
}

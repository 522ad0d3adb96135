import type { DerivedFact, Facts } from '../../rules-library/schema/rule.ts';

/** Calculates one derived fact from others; undefined where it cannot be known. Pure and total. */
export type Calculation = (definition: DerivedFact, facts: Facts) => unknown;

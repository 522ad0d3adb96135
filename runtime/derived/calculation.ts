import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact, Facts } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** Calculates any derived fact, for calculations that need others on the way. */
export type Calculate = (definition: DerivedFact, facts: Facts) => unknown;

/** Calculates one derived fact from others; undefined where it cannot be known. Pure and total. */
export type Calculation = (definition: DerivedFact, facts: Facts, calculate: Calculate) => unknown;

/** What a calculation may ask of the compiler while its settings are read. */
export interface SettingsScope {
  /** The definition of a fact that may be used here; undefined for one without a type, and after telling a problem. */
  fact: (id: string, path?: string) => FactDefinition | undefined;
  /** Whether a fact of this id may stand before the node at all. */
  has: (id: string) => boolean;
  /**
   * Checks drawn conditions and rewrites drawn operators. What these need is calculated with the node; over lines it is given
   * back, to be calculated with each line.
   */
  condition: (condition: Condition, over?: 'lines') => { condition: Condition; ofLines: DerivedFact[] };
  /** Tells an error of the drawing at the node. */
  problem: (code: string, text: Text, path?: string) => void;
}

export interface CalculationDefinition {
  /** What blocks write in `derived.calculate`. */
  name: string;
  /** Turns settings as drawn into settings as run, and adds to `reads`; without it they are the same. */
  read?: (drawn: DerivedFact, scope: SettingsScope) => DerivedFact;
  calculate: Calculation;
}

/** Defines one calculation of derived facts; the file name is its name plus `.calculation.ts`. */
export function defineCalculation(definition: CalculationDefinition): CalculationDefinition {
  return definition;
}

import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import type { Calculate, Calculation, CalculationDefinition, SettingsScope } from './calculation.ts';
import { definitions } from './definitions.ts';

const byName: ReadonlyMap<string, CalculationDefinition> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);

/** Calculations by the name a block gives in `derived.calculate`. */
export const calculations: ReadonlyMap<string, Calculation> = new Map(
  definitions.map(({ name, calculate: own }) => [name, own]),
);

/** The value of a derived fact on these facts; undefined where it cannot be known or there is no such calculation. */
export const calculate: Calculate = (definition, facts) =>
  calculations.get(definition.calculate)?.(definition, facts, calculate);

/** A derived fact as its block draws it, ready to be calculated. */
export function readSettings(drawn: DerivedFact, scope: SettingsScope): DerivedFact {
  return byName.get(drawn.calculate)?.read?.(drawn, scope) ?? drawn;
}

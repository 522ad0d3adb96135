import type { DerivedFact, JsonOperand } from '../../rules-library/schema/rule.ts';
import { operatorOf } from '../operators.ts';
import { only, type Domain } from './domain.ts';
import type { Formula } from './formula.ts';
import type { Outcomes } from './outcome-cases.ts';
import { scoreOutcomes } from './score.ts';
import { tableOutcomes } from './table.ts';
import { someTexts } from './text-set.ts';
import type { Variable, Variables } from './variable.ts';

interface OutcomeSets {
  kind: 'sets';
  variable: Variable;
  holds: readonly Domain[];
  fails: readonly Domain[];
  exact: boolean;
}

/** Calculations read as one variable each, whose values are the cases; so what several results say has to come from one case. */
export class CalculatedOutcomes {
  private readonly derived: ReadonlyMap<string, DerivedFact>;
  private readonly variables: Variables;
  private readonly known = new Map<string, Outcomes | undefined>();
  private readonly byVariable = new Map<Variable, ReadonlyMap<string, Formula>>();

  constructor(derived: ReadonlyMap<string, DerivedFact>, variables: Variables) {
    this.derived = derived;
    this.variables = variables;
  }

  /** A comparison of a result as a set of cases; undefined for calculations that do not come in cases. */
  literalOf(derived: DerivedFact, operator: string, value: JsonOperand): OutcomeSets | undefined {
    const outcomes = this.outcomesOf(derived);
    const holds = operatorOf(operator);
    if (outcomes === undefined || holds === undefined) return undefined;
    const meets = (result: unknown): boolean => {
      try {
        return holds(result, value);
      } catch {
        // As in a rule: what cannot be compared does not meet the condition.
        return false;
      }
    };
    const cases = [...outcomes.when.keys()];
    const set = (wanted: boolean): Domain[] => {
      const fitting = cases.filter(
        (one) => outcomes.unsure.has(one) || meets(outcomes.value(one)) === wanted,
      );
      return fitting.length === 0 ? [] : [only({ texts: someTexts(fitting) })];
    };
    return {
      kind: 'sets',
      variable: this.variableOf(outcomes, derived),
      holds: set(true),
      fails: set(false),
      exact: true,
    };
  }

  /** When each value of a variable is the case; undefined for other variables. */
  casesOf(variable: Variable): ReadonlyMap<string, Formula> | undefined {
    return this.byVariable.get(variable);
  }

  private outcomesOf(derived: DerivedFact): Outcomes | undefined {
    if (this.known.has(derived.id)) return this.known.get(derived.id);
    const made = tableOutcomes(derived, this.derived) ?? scoreOutcomes(derived);
    this.known.set(derived.id, made);
    return made;
  }

  private variableOf({ key, when }: Outcomes, derived: DerivedFact): Variable {
    const universe = { domain: only({ texts: someTexts(when.keys()) }), whole: false };
    const variable = this.variables.calculated(key, derived, universe);
    if (!this.byVariable.has(variable)) this.byVariable.set(variable, when);
    return variable;
  }
}

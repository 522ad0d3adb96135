import type { Comparison, Condition } from '../schema/condition.ts';
import type { DerivedFact } from '../schema/rule.ts';
import type { Text } from '../schema/text.ts';
import type { FactType } from './fact.ts';

/** What the right side of an operator looks like: the inspector picks its value editor by it. */
export type OperandShape = 'same' | 'list' | 'pair' | 'pattern' | 'none' | 'duration' | 'list-name';

interface OperatorBase {
  name: string;
  /** Wording by the fact's type; `default` serves all others ("不低于" for money, "不晚于" for a time). */
  label: { default: Text } & Partial<Record<FactType, Text>>;
  /** The words in sentences, where they differ from those of a menu (menu 「是其中之一」, sentence 「是 甲 或 乙」). */
  says?: Text;
  /** Words after the value: 「在最近 30 分钟 内」. */
  tail?: Text;
  /** How several values are joined in a sentence; without it they are listed. */
  joins?: 'or' | 'and';
  /** Types of fact the picker offers it for. */
  types: readonly FactType[];
  operand: OperandShape;
}

/** An operator both engines run: registered under the same name in stock json-rules-engine. */
export interface RunOperator extends OperatorBase {
  runs: true;
  /** One of json-rules-engine's ten: stock has it already. */
  builtIn: boolean;
  /** The fact values it can judge; anything else is false, as in stock. Total: never throws. */
  accepts?: (factValue: unknown) => boolean;
  /** Total and pure: (fact value, right side) → holds. */
  holds: (factValue: unknown, value: unknown) => boolean;
  /** The operator that holds exactly when this one does not, if there is one (both sides present). */
  negation?: string;
}

/** An operator of drawings only, rewritten to others when compiled. */
export interface DrawnOperator extends OperatorBase {
  runs: false;
  lower: (comparison: Comparison, context: LowerContext) => { condition: Condition; derived: DerivedFact[] };
}

export interface LowerContext {
  /** Prefix for derived facts: `FLOW.NODE`. */
  result: string;
  /** Choices of the fact, most important first, when it is an ordered choice. */
  orderedChoices: readonly string[] | undefined;
  /** Type of the fact on the left, if it is known. */
  factType: FactType | undefined;
}

export type OperatorDefinition = RunOperator | DrawnOperator;

/** Defines one operator. */
export function defineOperator<Definition extends OperatorDefinition>(definition: Definition): Definition {
  return definition;
}

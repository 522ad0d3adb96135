import type { OperatorDefinition } from '../rules-library/define/operator.ts';
import type { DerivedFact, Facts, JsonCondition, JsonRule } from '../rules-library/schema/rule.ts';
import type { Explanation } from './explain/explanation.ts';

/** An event of a rule that matched. `params` belong to the program: read, never change. */
export interface EmittedEvent {
  type: string;
  params?: Readonly<Record<string, unknown>>;
  ruleId: string;
}

export interface Evaluation {
  /** By priority (highest first), then by the order of the rules. */
  events: EmittedEvent[];
  /** Absent facts, sorted, named by rules whose event, stage and season guards hold. */
  unknown: string[];
}

export interface CompileOptions {
  /** Named conditions that rules refer to by `{ condition: NAME }`. */
  conditions?: Readonly<Record<string, JsonCondition>>;
  /** Facts that `prepare` calculates, in any order. */
  derived?: readonly DerivedFact[];
  /** Operators besides json-rules-engine's ten; those of the rules library unless given. */
  operators?: Iterable<OperatorDefinition>;
}

/** Rules compiled once, evaluated many times. Holds no state between evaluations. */
export interface RuleProgram {
  /** Rules in the order of their events. */
  readonly rules: readonly JsonRule[];
  /** Facts it reads, sorted: conditions, params of events, and what derived facts are made of. */
  readonly facts: readonly string[];
  /** Facts plus derived ones; the given object is left alone. */
  prepare(facts: Facts): Facts;
  /** Prepares the facts and judges every rule on them. */
  evaluate(facts: Facts): Evaluation;
  /** Why each rule matched or did not. On demand, never on the hot path. */
  explain(facts: Facts): Explanation;
}

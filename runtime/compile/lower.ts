import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { Comparison, Condition, Operand } from '../../rules-library/schema/condition.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';

/** Conditions with operators both engines run, ISO times as epoch ms, and what has to be calculated for them. */
export interface Lowered {
  condition: Condition;
  derived: DerivedFact[];
}

const iso = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/;

/** Where conditions are lowered: what their facts are, and the prefix of the node's derived facts. */
export interface LowerScope {
  result: string;
  operators: Vocabulary['operators'];
  definitionOf: (fact: string) => FactDefinition | undefined;
}

/** Rewrites operators that exist in drawings only. */
export function lowerCondition(condition: Condition, scope: LowerScope): Lowered {
  const derived: DerivedFact[] = [];
  const walk = (inner: Condition): Condition => {
    if ('all' in inner) return { ...inner, all: inner.all.map(walk) };
    if ('any' in inner) return { ...inner, any: inner.any.map(walk) };
    if ('not' in inner) return { ...inner, not: walk(inner.not) };
    const lowered = lowerComparison(inner, scope);
    derived.push(...lowered.derived);
    return lowered.condition;
  };
  return { condition: walk(condition), derived };
}

function lowerComparison(comparison: Comparison, { result, operators, definitionOf }: LowerScope): Lowered {
  const fact = definitionOf(comparison.fact);
  const operator = operators.get(comparison.operator);
  if (operator !== undefined && !operator.runs) {
    const { condition, derived } = operator.lower(comparison, {
      result,
      orderedChoices: fact?.ordered === true ? fact.choices?.map(({ value }) => value) : undefined,
      factType: fact?.type,
    });
    return { condition, derived };
  }
  const timed = { ...comparison, value: timesOf(comparison.value, fact) };
  return { condition: pairOfFacts(timed) ?? timed, derived: [] };
}

/** An ISO time on the right of a time is that moment. */
function timesOf(value: Operand, fact: FactDefinition | undefined): Operand {
  if (fact?.type !== 'time') return value;
  const moment = <One>(one: One): One | number => {
    if (typeof one !== 'string' || !iso.test(one)) return one;
    const at = Date.parse(one);
    return Number.isNaN(at) ? one : at;
  };
  return Array.isArray(value) ? value.map(moment) : moment(value);
}

/** json-rules-engine resolves no fact inside a list: a pair that holds one becomes two comparisons. */
function pairOfFacts(comparison: Comparison): Condition | undefined {
  const { operator, value } = comparison;
  if ((operator !== 'between' && operator !== 'notBetween') || !Array.isArray(value) || value.length !== 2)
    return undefined;
  if (!value.some((one) => typeof one === 'object')) return undefined;
  const [low, high] = value as [Operand, Operand];
  const within: Condition = {
    all: [
      { ...comparison, operator: 'greaterThanInclusive', value: low },
      { ...comparison, operator: 'lessThanInclusive', value: high },
    ],
  };
  return operator === 'between' ? within : { not: within };
}

import { LogicEngine } from 'json-logic-engine';
import type { JsonComparison, JsonCondition } from '../../../../rules-library/schema/rule.ts';
import type { BenchOrder } from '../orders.ts';
import type { BenchEngineDefinition } from './engine.ts';

const symbols: Readonly<Record<string, string>> = {
  equal: '===',
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
  in: 'in',
};

/** Each rule built once to a function of its own, as it recommends. */
export const jsonLogic: BenchEngineDefinition = {
  name: 'json-logic-engine 5.0.7',
  inFlight: 1,
  load(rules) {
    const engine = new LogicEngine();
    const built = rules.map(({ id, conditions }) => ({
      id,
      holds: engine.build(logicOf(conditions)) as (order: BenchOrder) => unknown,
    }));
    return { decide: (order) => built.flatMap(({ id, holds }) => (holds(order) === true ? [id] : [])) };
  },
};

function logicOf(condition: JsonCondition): unknown {
  if ('all' in condition) return { and: condition.all.map(logicOf) };
  if ('any' in condition) return { or: condition.any.map(logicOf) };
  if (!('fact' in condition)) throw new Error('the workload has no such condition');
  return comparisonOf(condition);
}

function comparisonOf({ fact, path, operator, value }: JsonComparison): unknown {
  const left = { var: path === undefined ? fact : `${fact}.${path.slice(2, -1)}` };
  const isFact = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { [symbols[operator]!]: [left, isFact ? { var: value.fact } : value] };
}

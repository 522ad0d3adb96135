import type { Comparison, Condition } from '../../rules-library/schema/condition.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { operatorOf } from '../operators.ts';
import { factOf, judge, operandOf, type Tri } from '../three-valued.ts';

/** A condition ready to be judged of many orders. */
export type ReadyCondition = (facts: Facts) => Tri;

const kept = new WeakMap<Condition, ReadyCondition>();

/** The same meaning as `judge`, with operators looked up and groups laid out once: tables have thousands of cells. */
export function readyCondition(condition: Condition): ReadyCondition {
  const known = kept.get(condition);
  if (known !== undefined) return known;
  const made = make(condition);
  kept.set(condition, made);
  return made;
}

function make(condition: Condition): ReadyCondition {
  if ('all' in condition) return group(condition.all.map(make), false);
  if ('any' in condition) return group(condition.any.map(make), true);
  if ('not' in condition) {
    const inner = make(condition.not);
    return (facts) => {
      const holds = inner(facts);
      return holds === undefined ? undefined : !holds;
    };
  }
  return comparison(condition);
}

/** One member that decides ends it; else it is unknown while one is. */
function group(members: readonly ReadyCondition[], deciding: boolean): ReadyCondition {
  return (facts) => {
    let found: Tri = !deciding;
    for (const member of members) {
      const holds = member(facts);
      if (holds === deciding) return deciding;
      if (holds === undefined) found = undefined;
    }
    return found;
  };
}

function comparison(drawn: Comparison): ReadyCondition {
  const { fact, path, operator, value, missing } = drawn;
  const holds = operatorOf(operator);
  // What asks for absence, or takes it as stock does, is rare in cells.
  if (holds === undefined || missing === 'as-stock' || operator === 'isPresent' || operator === 'isMissing') {
    return (facts) => judge(drawn, facts);
  }
  const isConstant = Array.isArray(value)
    ? value.every((one) => typeof one !== 'object')
    : typeof value !== 'object';
  return (facts) => {
    const left = factOf(facts, fact, path);
    if (left === undefined) return undefined;
    const right = isConstant ? value : operandOf(value, facts);
    if (right === undefined) return undefined;
    try {
      return holds(left, right);
    } catch {
      // As in a rule: values that cannot be compared do not meet the condition.
      return false;
    }
  };
}

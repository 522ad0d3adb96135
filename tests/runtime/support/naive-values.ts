import type { Comparison, Condition, Operand } from '../../../rules-library/schema/condition.ts';

/** Three values and comparisons as a person would judge them, without the compiler. */
export type Value = 'yes' | 'no' | 'unknown';
export type Facts = Record<string, unknown>;

const tiers = ['gold', 'silver', 'bronze', 'none'];

export function opposite(value: Value): Value {
  return value === 'unknown' ? value : value === 'yes' ? 'no' : 'yes';
}

export function some(values: readonly Value[]): Value {
  if (values.includes('yes')) return 'yes';
  return values.includes('unknown') ? 'unknown' : 'no';
}

export function judge(condition: Condition, facts: Facts): Value {
  if ('all' in condition) return opposite(some(condition.all.map((inner) => opposite(judge(inner, facts)))));
  if ('any' in condition) return some(condition.any.map((inner) => judge(inner, facts)));
  if ('not' in condition) return opposite(judge(condition.not, facts));
  return judgeComparison(condition, facts);
}

function judgeComparison({ fact, operator, value, missing }: Comparison, facts: Facts): Value {
  const left = facts[fact];
  if (operator === 'isPresent') return left === undefined ? 'no' : 'yes';
  if (operator === 'isMissing') return left === undefined ? 'yes' : 'no';
  if (operator === 'between' || operator === 'notBetween') {
    const [low, high] = value as [Operand, Operand];
    const inside = judge(
      {
        all: [
          { fact, operator: 'greaterThanInclusive', value: low },
          { fact, operator: 'lessThanInclusive', value: high },
        ],
      },
      facts,
    );
    return operator === 'between' ? inside : opposite(inside);
  }
  const right = typeof value === 'object' && !Array.isArray(value) ? facts[value.fact] : value;
  if (missing === 'as-stock' && left === undefined) return 'no';
  if (left === undefined || right === undefined) return 'unknown';
  if (['withinLast', 'olderThan', 'youngerThan', 'withinNext'].includes(operator)) {
    if (facts['clock.now'] === undefined) return 'unknown';
    const passed = ((facts['clock.now'] as number) - (left as number)) / 60_000;
    const limit = right as number;
    if (operator === 'withinLast') return passed >= 0 && passed <= limit ? 'yes' : 'no';
    if (operator === 'withinNext') return passed <= 0 && -passed <= limit ? 'yes' : 'no';
    return (operator === 'olderThan' ? passed > limit : passed < limit) ? 'yes' : 'no';
  }
  return compare(left, operator, right);
}

export function compare(left: unknown, operator: string, right: unknown): Value {
  const holds = (): boolean => {
    switch (operator) {
      case 'equal':
        return left === right;
      case 'notEqual':
        return left !== right;
      case 'lessThan':
        return (left as number) < (right as number);
      case 'lessThanInclusive':
        return (left as number) <= (right as number);
      case 'greaterThan':
        return (left as number) > (right as number);
      case 'greaterThanInclusive':
        return (left as number) >= (right as number);
      case 'in':
        return (right as unknown[]).includes(left);
      case 'notIn':
        return !(right as unknown[]).includes(left);
      case 'contains':
        return (left as unknown[]).includes(right);
      case 'doesNotContain':
        return !(left as unknown[]).includes(right);
      case 'atLeast':
        return tiers.indexOf(left as string) <= tiers.indexOf(right as string);
      case 'atMost':
        return tiers.indexOf(left as string) >= tiers.indexOf(right as string);
      default:
        throw new Error(`The naive reading does not know ${operator}`);
    }
  };
  return holds() ? 'yes' : 'no';
}

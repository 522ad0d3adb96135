import {
  factReferenceSchema,
  scalarSchema,
  type Condition,
  type Operand,
} from '../../rules-library/schema/condition.ts';
import { factIdSchema } from '../../rules-library/schema/ids.ts';
import type { JsonComparison, JsonCondition } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { RuleError } from '../program/rule-error.ts';

/** Most members of a drawn group; larger ones become groups of groups. */
const widest = 200;
const deepest = 30;
const mostComparisons = 5000;
const longestList = 5000;

/**
 * Conditions a `ConditionTable` has read, as a canvas holds them. They ask for no presence guards: absent data is judged
 * as json-rules-engine does. Throws a `RuleError` for what no canvas can hold.
 */
export function drawConditions(rule: string, condition: JsonCondition): Condition {
  let comparisons = 0;
  const refuse = (text: Text): never => {
    throw new RuleError(rule, text);
  };
  const draw = (inner: JsonCondition, depth: number): Condition => {
    if (depth > deepest || comparisons > mostComparisons) return refuse(tooLarge);
    if ('not' in inner) return { not: draw(inner.not, depth + 1) };
    if ('all' in inner) return { all: parts('all', inner.all, depth) };
    if ('any' in inner) return { any: parts('any', inner.any, depth) };
    comparisons += 1;
    return drawComparison(rule, inner as JsonComparison, `c${comparisons}`);
  };
  const parts = (kind: 'all' | 'any', given: readonly JsonCondition[], depth: number): Condition[] => {
    if (given.length === 0) refuse(emptyGroup);
    const drawn = given.map((part) => draw(part, depth + 1));
    if (drawn.length <= widest) return drawn;
    return Array.from({ length: Math.ceil(drawn.length / widest) }, (_, index) => {
      const chunk = drawn.slice(index * widest, (index + 1) * widest);
      return kind === 'all' ? { all: chunk } : { any: chunk };
    });
  };
  return draw(condition, 0);
}

const emptyGroup: Text = {
  zh: '有一组条件是空的，这样的规则总会触发，请先补上条件',
  en: 'a group of conditions is empty: such a rule always fires; give it conditions first',
};
const tooLarge: Text = {
  zh: '条件太多或嵌套太深，画不下，请拆成几条规则',
  en: 'the conditions are too many or too deep to draw; split the rule',
};

function drawComparison(rule: string, drawn: JsonComparison, id: string): Condition {
  const { fact, path, operator, value } = drawn;
  if (!factIdSchema.safeParse(fact).success) {
    throw new RuleError(rule, {
      zh: `「${fact}」不能作为业务数据的名称，请先改名`,
      en: `"${fact}" cannot be the name of business data; rename it first`,
    });
  }
  const operand = operandOf(value);
  if (operand === undefined) {
    throw new RuleError(rule, {
      zh: '条件的值只能是文字、数字、是否、由它们组成的列表，或另一项业务数据',
      en: 'the value of a condition is text, a number, yes or no, a list of these, or another fact',
    });
  }
  return {
    id,
    fact,
    ...(path === undefined || path === '' ? {} : { path }),
    operator,
    value: operand,
    missing: 'as-stock',
  };
}

/** A constant, a list of constants or a fact; json-rules-engine puts nothing in place of a fact inside a list. */
function operandOf(value: unknown): Operand | undefined {
  if (Array.isArray(value)) {
    const list = value.map((one) => scalarSchema.safeParse(one).data);
    return list.length <= longestList && list.every((one) => one !== undefined) ? list : undefined;
  }
  if (typeof value !== 'object' || value === null) return scalarSchema.safeParse(value).data;
  const { success, data } = factReferenceSchema.safeParse(value);
  if (!success) return undefined;
  return data.path === undefined || data.path === '' ? { fact: data.fact } : data;
}

import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { longestPattern, patternOf } from '../../rules-library/operators/pattern.ts';
import type { Comparison, Condition, Operand } from '../../rules-library/schema/condition.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { baseOperator, operatorOf } from '../operators.ts';
import { parsePath } from '../path.ts';
import {
  checkFact,
  definitionOf,
  isUnknown,
  unknownFact,
  type ConditionScope,
  type Where,
} from './check-facts.ts';
import { wrongFact, wrongValue } from './check-values.ts';
import type { Problems } from './problems.ts';

/** Levels a drawn condition may have. */
const deepestDrawn = 32;

/** Tells of conditions that cannot be judged: unknown or unreachable facts, operators of another type, values of the wrong kind. */
export function checkCondition(
  condition: Condition,
  scope: ConditionScope,
  node: string,
  problems: Problems,
  depth = 0,
): void {
  if (depth > deepestDrawn) {
    problems.error(
      'too-deep',
      {
        zh: `条件嵌套超过 ${deepestDrawn} 层，请拆成几块积木`,
        en: `Conditions are nested deeper than ${deepestDrawn}; use several blocks`,
      },
      { node },
    );
    return;
  }
  const check = (inner: Condition): void => checkCondition(inner, scope, node, problems, depth + 1);
  if ('all' in condition) return condition.all.forEach(check);
  if ('any' in condition) return condition.any.forEach(check);
  if ('not' in condition) return check(condition.not);
  const where = { node, ...(condition.id === undefined ? {} : { path: condition.id }) };
  // An import may name what this company has no data for: it is always missing, which the person should know.
  if (condition.missing === 'as-stock' && isUnknown(condition.fact, scope)) {
    problems.warning('unknown-fact', unknownFact(condition.fact), where);
  }
  const fact =
    condition.missing === 'as-stock'
      ? definitionOf(condition.fact, scope)
      : checkFact(condition.fact, scope, where, problems);
  checkOperator(condition, fact, scope, where, problems);
}

function checkOperator(
  comparison: Comparison,
  fact: FactDefinition | undefined,
  scope: ConditionScope,
  where: Where,
  problems: Problems,
): void {
  const { operator: name, value, path, missing } = comparison;
  const operator = scope.vocabulary.operators.get(baseOperator(name));
  const isKnown = operator?.runs === true ? operatorOf(name) !== undefined : operator?.name === name;
  if (operator === undefined || !isKnown || (name !== operator.name && missing !== 'as-stock')) {
    problems.error(
      'unknown-operator',
      { zh: `没有「${name}」这种比较，请重新选择`, en: `There is no comparison "${name}"; choose again` },
      where,
    );
    return;
  }
  checkPaths(comparison, where, problems);
  if (missing === 'as-stock') return;
  if (path === undefined && fact !== undefined && !operator.types.includes(fact.type)) {
    problems.error(
      'operator-type',
      {
        zh: `「${fact.label.zh}」不能用「${operator.label.default.zh}」比较，请换一种`,
        en: `"${fact.label.en}" cannot be compared by "${operator.label.default.en}"; choose another`,
      },
      where,
    );
    return;
  }
  const others = factsIn(value).map((other) => checkFact(other, scope, where, problems));
  if (Array.isArray(value) && operator.operand !== 'pair' && factsIn(value).length > 0) {
    problems.error('fact-in-list', factInList, where);
    return;
  }
  const left = path === undefined ? fact : undefined;
  const wrong = wrongValue(operator, value, left) ?? wrongFact(operator, others, left);
  if (wrong !== undefined) problems.error('value-type', wrong, where);
  else if (operator.operand === 'pattern' && typeof value === 'string' && !isPattern(value)) {
    problems.error(
      'pattern',
      { zh: '格式写法不对或太长，请检查', en: 'The pattern is not well formed or too long; check it' },
      where,
    );
  }
}

/** json-rules-engine puts no value in place of a fact inside a list. */
export const factInList: Text = {
  zh: '列表里不能放业务数据，请填固定内容',
  en: 'A list cannot hold business data; give fixed entries',
};

function checkPaths({ path, value }: Comparison, where: Where, problems: Problems): void {
  const sides = Array.isArray(value) ? value : [value];
  const paths = [path, ...sides.map((side) => (typeof side === 'object' ? side.path : undefined))];
  for (const one of paths) {
    if (one === undefined || parsePath(one) !== undefined) continue;
    problems.error(
      'path',
      {
        zh: `路径「${one}」只能由 $、.名称、[序号] 组成`,
        en: `The path "${one}" may only hold $, .name and [n]`,
      },
      where,
    );
  }
}

function isPattern(value: string): boolean {
  return value.length <= longestPattern && patternOf(value) !== null;
}

function factsIn(value: Operand): string[] {
  const sides = Array.isArray(value) ? value : [value];
  return sides.flatMap((side) => (typeof side === 'object' ? [side.fact] : []));
}

import type { FactDefinition, FactType } from '../../rules-library/define/fact.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Comparison, Condition, Operand } from '../../rules-library/schema/condition.ts';
import { longestPattern, patternOf } from '../../rules-library/operators/pattern.ts';
import type { Problems } from './problems.ts';

/** What conditions of a node may refer to. */
export interface ConditionScope {
  vocabulary: Vocabulary;
  /** Results of blocks that stand before this one. */
  results: ReadonlySet<string>;
  /** Line facts may be used (inside a line condition). */
  lines: boolean;
  /** The trigger tells what changed. */
  changes: boolean;
}

const numbers: ReadonlySet<FactType> = new Set<FactType>([
  'integer',
  'number',
  'money',
  'percent',
  'factor',
  'duration',
  'hours',
  'days',
  'weight',
  'volume',
]);

/** Tells of conditions that cannot be judged: unknown or unreachable facts, operators of another type, values of the wrong kind. */
export function checkCondition(
  condition: Condition,
  scope: ConditionScope,
  node: string,
  problems: Problems,
): void {
  if ('all' in condition)
    return condition.all.forEach((inner) => checkCondition(inner, scope, node, problems));
  if ('any' in condition)
    return condition.any.forEach((inner) => checkCondition(inner, scope, node, problems));
  if ('not' in condition) return checkCondition(condition.not, scope, node, problems);
  const where = { node, ...(condition.id === undefined ? {} : { path: condition.id }) };
  const fact = checkFact(condition.fact, scope, where, problems);
  checkOperator(condition, fact, scope, where, problems);
}

type Where = { node: string; path?: string };

/** The definition of a fact that may be used here; undefined for results, custom items and lists, and after telling a problem. */
export function checkFact(
  id: string,
  scope: ConditionScope,
  where: Where,
  problems: Problems,
): FactDefinition | undefined {
  if (/^(custom|list)\./.test(id)) return undefined;
  const fact = scope.vocabulary.facts.get(id);
  if (fact === undefined) {
    if (scope.results.has(id)) return undefined;
    problems.error(
      'unknown-fact',
      { zh: `没有「${id}」这项业务数据，请重新选择`, en: `There is no business data "${id}"; choose again` },
      where,
    );
    return undefined;
  }
  const { label } = fact;
  if (fact.hidden === true) {
    problems.error(
      'hidden-fact',
      { zh: `「${label.zh}」不能用在条件里`, en: `"${label.en}" cannot be used in conditions` },
      where,
    );
  } else if (fact.scope === 'line' && !scope.lines) {
    problems.error(
      'line-fact',
      {
        zh: `「${label.zh}」是明细的数据，请放进「明细条件」`,
        en: `"${label.en}" belongs to a line; use a line condition`,
      },
      where,
    );
  } else if (fact.scope === 'change' && !scope.changes) {
    problems.error(
      'change-fact',
      {
        zh: `「${label.zh}」只在「订单改动」触发时才有`,
        en: `"${label.en}" exists only when an order was changed`,
      },
      where,
    );
  }
  return fact;
}

function checkOperator(
  { operator: name, value, path, missing }: Comparison,
  fact: FactDefinition | undefined,
  scope: ConditionScope,
  where: Where,
  problems: Problems,
): void {
  const base = name.slice(name.lastIndexOf(':') + 1);
  const operator = scope.vocabulary.operators.get(base);
  if (operator === undefined || (name !== base && missing !== 'as-stock')) {
    problems.error(
      'unknown-operator',
      { zh: `没有「${name}」这种比较，请重新选择`, en: `There is no comparison "${name}"; choose again` },
      where,
    );
    return;
  }
  if (path !== undefined || missing === 'as-stock') return;
  if (fact !== undefined && !operator.types.includes(fact.type)) {
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
  for (const other of factsIn(value)) checkFact(other, scope, where, problems);
  const wrong = wrongValue(operator.operand, value, fact);
  if (wrong !== undefined) problems.error('value-type', wrong, where);
  if (
    operator.operand === 'pattern' &&
    typeof value === 'string' &&
    (value.length > longestPattern || patternOf(value) === null)
  ) {
    problems.error(
      'pattern',
      { zh: '格式写法不对或太长，请检查', en: 'The pattern is not well formed or too long; check it' },
      where,
    );
  }
}

function factsIn(value: Operand): string[] {
  const sides = Array.isArray(value) ? value : [value];
  return sides.flatMap((side) => (typeof side === 'object' ? [side.fact] : []));
}

/** What is wrong with the right side, in words; undefined when it fits. */
function wrongValue(
  shape: string,
  value: Operand,
  fact: FactDefinition | undefined,
): { zh: string; en: string } | undefined {
  if (shape === 'none') return undefined;
  if (shape === 'list') {
    const fits = Array.isArray(value) || (typeof value === 'object' && 'fact' in value);
    return fits
      ? undefined
      : { zh: '这里要给一个列表，请选一项或多项', en: 'A list is needed here; choose one or more' };
  }
  if (shape === 'pair') {
    const fits =
      Array.isArray(value) &&
      value.length === 2 &&
      value.every((one) => typeof one !== 'string' && typeof one !== 'boolean');
    return fits ? undefined : { zh: '请填上下两个界限', en: 'Give both bounds' };
  }
  if (Array.isArray(value)) return { zh: '这里只能填一个值', en: 'Only one value fits here' };
  if (typeof value === 'object' || fact === undefined) return undefined;
  if (shape === 'duration' || numbers.has(fact.type)) {
    return typeof value === 'number'
      ? undefined
      : { zh: `「${fact.label.zh}」要和数字比较`, en: `"${fact.label.en}" is compared with a number` };
  }
  if (fact.type === 'yes-no') {
    return typeof value === 'boolean'
      ? undefined
      : { zh: `「${fact.label.zh}」只有是和否`, en: `"${fact.label.en}" is yes or no` };
  }
  if (fact.type === 'time') {
    const fits = typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value)));
    return fits
      ? undefined
      : { zh: `「${fact.label.zh}」要和时间比较`, en: `"${fact.label.en}" is compared with a time` };
  }
  return typeof value === 'string' && value === ''
    ? { zh: `请填「${fact.label.zh}」要比较的内容`, en: `Say what "${fact.label.en}" is compared with` }
    : undefined;
}

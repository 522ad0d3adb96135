import type { FactDefinition, FactType } from '../../rules-library/define/fact.ts';
import type { OperatorDefinition } from '../../rules-library/define/operator.ts';
import type { FactReference, Operand, Scalar } from '../../rules-library/schema/condition.ts';
import type { Text } from '../../rules-library/schema/text.ts';

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

/** What is wrong with a constant right side, in words; undefined when it fits. */
export function wrongValue(
  operator: OperatorDefinition,
  value: Operand,
  fact: FactDefinition | undefined,
): Text | undefined {
  const shape = operator.operand;
  if (shape === 'none') return undefined;
  if (shape === 'list') {
    if (!Array.isArray(value)) {
      return typeof value === 'object'
        ? undefined
        : { zh: '这里要给一个列表，请选一项或多项', en: 'A list is needed here; choose one or more' };
    }
    return fact === undefined ? undefined : value.map((one) => wrongScalar(fact, one)).find(isText);
  }
  if (shape === 'pair') {
    if (!Array.isArray(value) || value.length !== 2) return bothBounds;
    return fact === undefined ? undefined : value.map((one) => wrongScalar(fact, one)).find(isText);
  }
  if (Array.isArray(value)) return { zh: '这里只能填一个值', en: 'Only one value fits here' };
  if (typeof value === 'object') return undefined;
  if (shape === 'duration') {
    return typeof value === 'number' ? undefined : { zh: '请填一段时长', en: 'Give a length of time' };
  }
  if (fact === undefined || shape === 'list-name' || shape === 'pattern') return undefined;
  return wrongScalar(fact, value) ?? wrongRank(operator, value, fact);
}

const bothBounds: Text = { zh: '请填上下两个界限', en: 'Give both bounds' };

function isText(text: Text | undefined): text is Text {
  return text !== undefined;
}

function wrongScalar({ type, label }: FactDefinition, value: Scalar | FactReference): Text | undefined {
  if (typeof value === 'object') return undefined;
  if (numbers.has(type)) {
    if (typeof value === 'number') return undefined;
    return { zh: `「${label.zh}」要和数字比较`, en: `"${label.en}" is compared with a number` };
  }
  if (type === 'yes-no') {
    if (typeof value === 'boolean') return undefined;
    return { zh: `「${label.zh}」只有是和否`, en: `"${label.en}" is yes or no` };
  }
  if (type === 'time') {
    if (typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Date.parse(value))))
      return undefined;
    return { zh: `「${label.zh}」要和时间比较`, en: `"${label.en}" is compared with a time` };
  }
  if (value !== '') return undefined;
  return { zh: `请填「${label.zh}」要比较的内容`, en: `Say what "${label.en}" is compared with` };
}

/** "At least" means something only among choices that have an order. */
function wrongRank(operator: OperatorDefinition, value: Scalar, fact: FactDefinition): Text | undefined {
  if (operator.runs || fact.type !== 'choice') return undefined;
  if (fact.ordered === true && fact.choices?.some((choice) => choice.value === value)) return undefined;
  return {
    zh: `「${fact.label.zh}」里没有这一级，请从列表里选`,
    en: `"${fact.label.en}" has no such level; choose one from its list`,
  };
}

/** Facts are compared with facts of their own kind. */
export function wrongFact(
  { operand }: OperatorDefinition,
  others: readonly (FactDefinition | undefined)[],
  fact: FactDefinition | undefined,
): Text | undefined {
  if (operand !== 'same' && operand !== 'pair') return undefined;
  if (fact === undefined || fact.type === 'list') return undefined;
  const other = others.find((one) => one !== undefined && kindOf(one.type) !== kindOf(fact.type));
  if (other === undefined) return undefined;
  return {
    zh: `「${fact.label.zh}」不能和「${other.label.zh}」比较，请换一项`,
    en: `"${fact.label.en}" cannot be compared with "${other.label.en}"; choose another`,
  };
}

function kindOf(type: FactType): string {
  if (numbers.has(type)) return 'number';
  return type === 'choice' ? 'text' : type;
}

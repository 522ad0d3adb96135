import type { FactDefinition } from '../define/fact.ts';
import type { OperatorDefinition } from '../define/operator.ts';
import type { Segment, SentenceContext } from '../define/sentence.ts';
import type { Comparison, FactReference, Operand } from '../schema/condition.ts';
import type { Text } from '../schema/text.ts';
import { entriesText, formatFact } from './format-fact.ts';
import { minutesText } from './format-number.ts';
import { labelOfFact, labelOfList } from './label-of-fact.ts';
import { factWord, listText, operatorWord, valueWord, words } from './segments.ts';

/** json-rules-engine's decorators, which imported rules may carry before an operator. */
const decorators: Record<string, Text> = {
  not: { zh: '并非', en: 'not' },
  swap: { zh: '反过来', en: 'the other way round' },
  someFact: { zh: '有一项', en: 'one entry' },
  everyFact: { zh: '每一项', en: 'every entry' },
  someValue: { zh: '对其中一个', en: 'for one of' },
  everyValue: { zh: '对每一个', en: 'for each of' },
};

/** One comparison: fact · comparison · value. */
export function comparisonSegments(comparison: Comparison, context: SentenceContext): Segment[] {
  const definition = context.facts.get(comparison.fact);
  const label = factLabel(comparison, context);
  const yesNo = yesNoSegments(comparison, definition, label, context);
  if (yesNo !== undefined) return yesNo;
  const names = comparison.operator.split(':');
  const operator = context.operators.get(names.at(-1) ?? '');
  if (operator?.operand === 'none' && typeof comparison.value === 'boolean') {
    return presence(operator, comparison.value, label, context);
  }
  const said = [
    ...names.slice(0, -1).map((name) => decorators[name]?.[context.language] ?? name),
    operatorText(operator, names.at(-1) ?? '', definition, context),
  ].join(' ');
  const tail = operator?.tail?.[context.language] ?? '';
  return [
    factWord(label),
    words(' '),
    operatorWord(said),
    words(' '),
    ...valueSegments(comparison, operator, definition, context),
    ...(tail === '' ? [] : [operatorWord(` ${tail}`)]),
  ];
}

/** What the order really had: 「实际 31 小时」; undefined where the comparison says it already. */
export function actualText(comparison: Comparison, context: SentenceContext): string | undefined {
  const { actual, language, zone, facts, operators } = context;
  if (actual === undefined) return undefined;
  if (operators.get(comparison.operator)?.operand === 'none') return undefined;
  const side = (id: string): string => formatFact(facts.get(id), actual[id], language, zone);
  const references = referencesOf(comparison.value);
  const others = references.map(({ fact }) => `${labelOfFact(fact, context)} ${side(fact)}`);
  const own = `${language === 'zh' ? '实际' : 'actually'} ${side(comparison.fact)}`;
  return [own, ...others].join(language === 'zh' ? '，' : ', ');
}

function factLabel({ fact, path }: Comparison, context: SentenceContext): string {
  const label = labelOfFact(fact, context);
  if (path === undefined) return label;
  return context.language === 'zh' ? `${label}（${path}）` : `${label} (${path})`;
}

/** 「加急」 rather than 「加急 是 是」. */
function yesNoSegments(
  { operator, value }: Comparison,
  definition: FactDefinition | undefined,
  label: string,
  { language }: SentenceContext,
): Segment[] | undefined {
  if (typeof value !== 'boolean' || (operator !== 'equal' && operator !== 'notEqual')) return undefined;
  const holds = (operator === 'equal') === value;
  if (definition?.says !== undefined) {
    return [valueWord((holds ? definition.says.yes : definition.says.no)[language])];
  }
  if (definition !== undefined) {
    const is = language === 'zh' ? '为' : 'is';
    return [
      factWord(label),
      words(' '),
      operatorWord(is),
      words(' '),
      valueWord(formatFact(definition, holds, language)),
    ];
  }
  const said = holds ? { zh: '成立', en: 'holds' } : { zh: '不成立', en: 'does not hold' };
  return [factWord(label), words(' '), operatorWord(said[language])];
}

function presence(
  operator: OperatorDefinition,
  value: boolean,
  label: string,
  { language, operators }: SentenceContext,
): Segment[] {
  const opposite = operator.runs ? operators.get(operator.negation ?? '') : undefined;
  const said = (value ? operator : (opposite ?? operator)).label.default[language];
  return [factWord(label), words(' '), operatorWord(said)];
}

/** How an operator is worded for a type of fact; `menu` wants the words of a menu rather than of a sentence. */
export function operatorText(
  operator: OperatorDefinition | undefined,
  name: string,
  definition: FactDefinition | undefined,
  { language }: Pick<SentenceContext, 'language'>,
  menu = false,
): string {
  if (operator === undefined) return name;
  if (!menu && operator.says !== undefined) return operator.says[language];
  const byType = definition === undefined ? undefined : operator.label[definition.type];
  return (byType ?? operator.label.default)[language];
}

function isReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && 'fact' in value;
}

function referencesOf(value: Operand): FactReference[] {
  return (Array.isArray(value) ? value : [value]).filter(isReference);
}

function valueSegments(
  { value }: Comparison,
  operator: OperatorDefinition | undefined,
  definition: FactDefinition | undefined,
  context: SentenceContext,
): Segment[] {
  const { language, zone } = context;
  if (operator?.operand === 'list-name' && typeof value === 'string') {
    return [valueWord(labelOfList(value, context))];
  }
  if (isReference(value)) return [factWord(labelOfFact(value.fact, context))];
  const one = (single: unknown): string => {
    if (isReference(single)) return labelOfFact(single.fact, context);
    if (operator?.operand === 'duration' && typeof single === 'number') return minutesText(single, language);
    if (operator?.operand === 'pattern')
      return language === 'zh' ? `「${String(single)}」` : `"${String(single)}"`;
    return formatFact(definition, single, language, zone);
  };
  if (!Array.isArray(value)) return [valueWord(one(value))];
  if (operator?.operand === 'pair' && value.length === 2) {
    const to = language === 'zh' ? ' 到 ' : ' and ';
    return [valueWord(one(value[0])), words(to), valueWord(one(value[1]))];
  }
  if (value.some(isReference)) return [valueWord(listText(value.map(one), language, operator?.joins))];
  return [valueWord(entriesText(definition, value, language, zone, operator?.joins))];
}

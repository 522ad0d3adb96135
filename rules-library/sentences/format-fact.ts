import type { Choice, FactDefinition } from '../define/fact.ts';
import type { Language, Text } from '../schema/text.ts';
import { minutesText, moneyText, numberText, unitText, volumeText, weightText } from './format-number.ts';
import { defaultZone, momentOf, timeText } from './format-time.ts';
import { listText } from './segments.ts';

const unknown: Text = { zh: '未知', en: 'not known' };
const empty: Text = { zh: '无', en: 'none' };
const yes: Text = { zh: '是', en: 'yes' };
const no: Text = { zh: '否', en: 'no' };

/** Most entries of a list that are written out. */
const shownEntries = 6;

/**
 * A value as people write it, by the type of its fact: `¥5,000`, `1 小时 30 分钟`, `2025-12-14 18:00`, choices by their label.
 * Total: an absent value reads 「未知」, one of another type is written as it is.
 */
export function formatFact(
  definition: FactDefinition | undefined,
  value: unknown,
  language: Language,
  zone: string = defaultZone,
): string {
  if (value === undefined || value === null) return unknown[language];
  if (Array.isArray(value)) return entriesText(definition, value, language, zone);
  if (typeof value === 'boolean') return (value ? yes : no)[language];
  if (definition?.type === 'time') {
    const at = momentOf(value);
    if (at !== undefined) return timeText(at, zone);
  }
  if (typeof value === 'number') return numberOf(definition, value, language);
  if (typeof value === 'string') return labelOfChoice(definition?.choices, value, language);
  return JSON.stringify(value) ?? unknown[language];
}

/** Several values, the last joined by "or" or "and" if wished; long lists are cut with the number of the rest. */
export function entriesText(
  definition: FactDefinition | undefined,
  values: readonly unknown[],
  language: Language,
  zone: string = defaultZone,
  last?: 'or' | 'and',
): string {
  if (values.length === 0) return empty[language];
  const shown = values.length > shownEntries ? values.slice(0, shownEntries - 1) : values;
  const texts = shown.map((value) => formatFact(definition, value, language, zone));
  const rest = values.length - shown.length;
  if (rest === 0) return listText(texts, language, last);
  const list = listText(texts, language);
  return language === 'zh' ? `${list} 等 ${values.length} 项` : `${list} and ${rest} more`;
}

function numberOf(definition: FactDefinition | undefined, value: number, language: Language): string {
  switch (definition?.type) {
    case 'money':
      return moneyText(value);
    case 'percent':
      return `${numberText(value, 2)}%`;
    case 'factor':
      return language === 'zh' ? `${numberText(value, 2)} 倍` : `${numberText(value, 2)} times`;
    case 'duration':
      return minutesText(value, language);
    case 'hours':
      return unitText(value, 'hour', language);
    case 'days':
      return unitText(value, 'day', language);
    case 'weight':
      return weightText(value, language);
    case 'volume':
      return volumeText(value, language);
    case 'choice':
      return labelOfChoice(definition.choices, String(value), language);
    case 'text':
    case 'integer':
    case 'number':
    case 'yes-no':
    case 'time':
    case 'list':
    case undefined:
      return numberText(value);
  }
}

/** The label of a choice; one the company added is its own label, without the `own.` before it. */
export function labelOfChoice(
  choices: readonly Choice[] | undefined,
  value: string,
  language: Language,
): string {
  if (value === '') return language === 'zh' ? '（空）' : '(empty)';
  const known = choices?.find((choice) => choice.value === value);
  return known === undefined ? value.replace(/^own\./, '') : known.label[language];
}

import type { TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import type { FactDefinition } from '../../../rules-library/define/fact.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { Language } from '../../../rules-library/schema/text.ts';
import { formatFact } from '../../../rules-library/sentences/index.ts';
import { companyZone } from '../../design/zone.ts';
import type { ColumnKind } from './column-kind.ts';

interface Words {
  or: string;
  and: string;
  not: string;
}
const words: Record<Language, Words> = {
  zh: { or: '、', and: ' 且 ', not: '非 ' },
  en: { or: '; ', and: ' and ', not: 'not ' },
};
const signs: Record<string, Record<Language, string>> = {
  lessThan: { zh: '< ', en: '< ' },
  lessThanInclusive: { zh: '≤ ', en: '≤ ' },
  greaterThan: { zh: '> ', en: '> ' },
  greaterThanInclusive: { zh: '≥ ', en: '≥ ' },
  before: { zh: '早于 ', en: 'before ' },
  after: { zh: '晚于 ', en: 'after ' },
  atLeast: { zh: '至少 ', en: 'at least ' },
  atMost: { zh: '至多 ', en: 'at most ' },
  contains: { zh: '', en: '' },
};

/** One value as it stands in a cell. */
export function valueText(value: Scalar, kind: ColumnKind, language: Language): string {
  const text = formatFact(
    { type: kind.type, choices: kind.choices } as FactDefinition,
    value,
    language,
    companyZone(),
  );
  const isWord =
    typeof value === 'string' && (kind.type === 'text' || kind.type === 'choice' || kind.type === 'list');
  if (!isWord) return text;
  // A choice is known by its name, whatever it begins with.
  const isNamed = kind.choices?.some((choice) => choice.value === value) === true;
  const mustQuote = isNamed ? within.test(text) : !safe.test(text) || said.test(text);
  return mustQuote ? `"${text}"` : text;
}

/** Words that would be read as something else: anything but letters, digits and a few signs within, and words of the writing. */
const safe = /^[\p{L}\d][\p{L}\d ./·_-]*$/u;
const within = /[或且、;,&"]| (?:or|and) /i;
const said =
  /[或且]| (?:or|and) |^(?:非|不|任意|至|以|有|没|无|已|未|缺|除|等|是|大|小|高|低|多|少|早|晚|超)|^(?:not|any|anything|at|no|has|known|unknown|is|up|before|after|below|under|less|above|over|more|starts|ends)(?: |$)/iu;

/** A cell as it is typed; undefined for one that the writing of cells has no form for (its words are said instead). */
export function cellText(
  cell: TableCell | undefined,
  kind: ColumnKind,
  language: Language,
): string | undefined {
  if (cell === undefined) return '';
  const w = words[language];
  const one = (value: Scalar): string => valueText(value, kind, language);
  if (typeof cell !== 'object') return one(cell);
  if (Array.isArray(cell)) return cell.map(one).join(w.or);
  const parts = (cells: readonly TableCell[], by: string): string | undefined => {
    const texts = cells.map((inner) => cellText(inner, kind, language));
    return texts.every((text) => text !== undefined) ? texts.join(by) : undefined;
  };
  if ('all' in cell) return parts(cell.all, w.and);
  if ('any' in cell) return parts(cell.any, w.or);
  if ('not' in cell) {
    const inner = cellText(cell.not, kind, language);
    return inner === undefined ? undefined : `${w.not}${inner}`;
  }
  return comparisonText(cell, kind, language);
}

function comparisonText(
  { operator, value }: { operator: string; value: unknown },
  kind: ColumnKind,
  language: Language,
): string | undefined {
  const one = (scalar: Scalar): string => valueText(scalar, kind, language);
  if (operator === 'isPresent' || operator === 'isMissing') {
    const has = (operator === 'isPresent') === (value === true);
    return has ? { zh: '有数据', en: 'has data' }[language] : { zh: '没有数据', en: 'no data' }[language];
  }
  if (Array.isArray(value) && value.every(isScalar)) {
    if (operator === 'between' && value.length === 2) return `${one(value[0]!)} – ${one(value[1]!)}`;
    if (operator === 'in' || operator === 'containsAny') return value.map(one).join(words[language].or);
    if (operator === 'notIn' || operator === 'containsNone')
      return `${words[language].not}${value.map(one).join(words[language].or)}`;
    return undefined;
  }
  if (!isScalar(value)) return undefined;
  if (operator === 'equal') return one(value);
  if (operator === 'notEqual' || operator === 'doesNotContain') return `${words[language].not}${one(value)}`;
  if (operator === 'startsWith') return { zh: `以 ${value} 开头`, en: `starts with ${value}` }[language];
  if (operator === 'endsWith') return { zh: `以 ${value} 结尾`, en: `ends with ${value}` }[language];
  const sign = signs[operator]?.[language];
  return sign === undefined ? undefined : `${sign}${one(value)}`;
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

import type { TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { Text } from '../../../rules-library/schema/text.ts';
import type { ColumnKind } from './column-kind.ts';
import { cut, plainText, unquoted } from './plain-text.ts';
import { isAmountType, unitAtEnd } from './read-number.ts';
import { readValue } from './read-value.ts';

/** A cell that takes anything is `undefined`. */
export type ReadCell = { cell: TableCell | undefined } | { wrong: Text };

const anything = /^(-|—|–|\*|任意|不限|any|anything)?$/i;
const present: readonly (readonly [RegExp, string])[] = [
  [/^(有数据|已知|has data|known)$/i, 'isPresent'],
  [/^(没有数据|无数据|缺数据|未知|no data|unknown)$/i, 'isMissing'],
];
const negated = /^(非|不是|不为|不等于|除了|≠|!=|<>|not\b)\s*/i;
/** Between alternatives. A comma within a number is none. */
const or = /\s*(?:、|;|,(?!\d{3}(?!\d))|\n| 或 ?|或者|(?: or ))\s*/y;
const and = /\s*(?:且|并且|&|(?: and ))\s*/y;

/** Words and signs before a value, the longest first. */
const before: readonly (readonly [RegExp, string])[] = [
  [
    /^(不晚于|不超过|不高于|不大于|不多于|至多|最多|小于等于|≤|<=|at most|up to|no later than)\s*/i,
    'lessThanInclusive',
  ],
  [
    /^(不早于|不低于|不小于|不少于|至少|最少|大于等于|≥|>=|at least|no earlier than)\s*/i,
    'greaterThanInclusive',
  ],
  [/^(早于|小于|低于|少于|不足|不满|不到|<|before|below|under|less than)\s*/i, 'lessThan'],
  [/^(晚于|大于|高于|多于|超过|>|after|above|over|more than)\s*/i, 'greaterThan'],
  [/^(=|等于|是|is\b)\s*/i, 'equal'],
];
/** And behind it: in Chinese both include the value itself. */
const behind: readonly (readonly [RegExp, string])[] = [
  [/\s*(?:及以上|以上|起|\+|and (?:more|above)|or more)$/i, 'greaterThanInclusive'],
  [/\s*(?:及以下|以下|以内|and (?:less|below)|or less)$/i, 'lessThanInclusive'],
];
const ofTime: Record<string, string> = { lessThan: 'before', greaterThan: 'after' };
const ofOrder: Record<string, string> = { greaterThanInclusive: 'atLeast', lessThanInclusive: 'atMost' };
const starts = /^(?:以\s*(.+?)\s*开头|starts with (.+))$/i;
const ends = /^(?:以\s*(.+?)\s*结尾|ends with (.+))$/i;

/**
 * A cell as people write it: `金、银`, `≥ 5000`, `1000–5000`, `(1000..5000]`, `非 金`, `有数据`; nothing, `-` or `任意` takes anything.
 * What cannot be read says why.
 */
export function readCell(typed: string, kind: ColumnKind): ReadCell {
  const isWord = !isAmountType(kind.type) && kind.type !== 'time';
  // Quotes make words of what they hold; amounts have no use for them.
  const text = isWord ? plainText(typed) : unquoted(plainText(typed));
  const named = namedChoice(text, kind);
  if (named !== undefined) return { cell: kind.type === 'list' ? ofList([named]) : named };
  if (anything.test(text)) return { cell: undefined };
  const presence = present.find(([words]) => words.test(text));
  if (presence !== undefined) return { cell: { operator: presence[1], value: true } };
  const isNot = kind.type !== 'yes-no' && negated.test(text);
  const rest = isNot ? text.replace(negated, '') : text;
  const parts = cut(rest, or).map((part) => readPart(part, kind));
  const wrong = parts.find((part) => 'wrong' in part);
  if (wrong !== undefined) return wrong;
  const cells = parts.flatMap((part) => ('cell' in part && part.cell !== undefined ? [part.cell] : []));
  if (cells.length === 0) return { wrong: { zh: '后面还没有填', en: 'Something is missing after it' } };
  const joined = kind.type === 'list' ? ofList(cells) : alternatives(cells);
  return { cell: isNot ? { not: joined } : joined };
}

function alternatives(cells: TableCell[]): TableCell {
  if (cells.length === 1) return cells[0]!;
  const values = cells.filter((cell): cell is Scalar => typeof cell !== 'object');
  return values.length === cells.length ? values : { any: cells };
}

/** A list is asked for its entries. */
function ofList(cells: TableCell[]): TableCell {
  const values = cells.filter((cell): cell is Scalar => typeof cell !== 'object');
  if (values.length !== cells.length) return alternatives(cells);
  return values.length === 1
    ? { operator: 'contains', value: values[0]! }
    : { operator: 'containsAny', value: values };
}

/** The choice of just this name: 「无等级」 and 「不限」 may be names. */
function namedChoice(text: string, { choices }: ColumnKind): string | undefined {
  const word = text.toLowerCase();
  return choices?.find(({ label }) => label.zh === text || label.en.toLowerCase() === word)?.value;
}

/** One alternative: several things at once, a range, a comparison, or a value. */
function readPart(part: string, kind: ColumnKind): ReadCell {
  const together = cut(part, and);
  if (together.length > 1) {
    const read = together.map((one) => readPart(one, kind));
    const wrong = read.find((one) => 'wrong' in one);
    if (wrong !== undefined) return wrong;
    return { cell: { all: read.flatMap((one) => ('cell' in one ? [one.cell!] : [])) } };
  }
  const named = namedChoice(part, kind);
  if (named !== undefined) return { cell: named };
  if (negated.test(part) && kind.type !== 'yes-no') {
    const read = readPart(part.replace(negated, ''), kind);
    return 'wrong' in read ? read : { cell: { not: read.cell! } };
  }
  if (kind.type === 'text' || kind.type === 'choice') {
    const start = starts.exec(part);
    const end = start === null ? ends.exec(part) : null;
    const words = (start ?? end)?.slice(1).find((one) => one !== undefined);
    if (words !== undefined)
      return { cell: { operator: start === null ? 'endsWith' : 'startsWith', value: words } };
  }
  const comparable = isAmountType(kind.type) || kind.type === 'time';
  return (
    (comparable ? (readRange(part, kind) ?? readComparison(part, kind)) : undefined) ??
    (kind.ordered === true ? readComparison(part, kind) : undefined) ??
    valueCell(part, kind)
  );
}

function valueCell(part: string, kind: ColumnKind): ReadCell {
  const read = readValue(part, kind);
  return 'wrong' in read ? read : { cell: read.value };
}

function readComparison(part: string, kind: ColumnKind): ReadCell | undefined {
  const front = before.find(([words]) => words.test(part));
  const back = front === undefined ? behind.find(([words]) => words.test(part)) : undefined;
  const found = front ?? back;
  if (found === undefined) return undefined;
  const value = part.replace(found[0], '').trim();
  if (value === '') return { wrong: { zh: '后面还没有填', en: 'Something is missing after it' } };
  const read = readValue(value, kind);
  if ('wrong' in read) return read;
  const operator = operatorOf(found[1], kind);
  if (operator === undefined)
    return {
      wrong: {
        zh: '这一列只能写「至少」或「至多」',
        en: 'This column takes "at least" or "at most" only',
      },
    };
  return { cell: operator === 'equal' ? read.value : { operator, value: read.value } };
}

/** Moments and ordered choices have comparisons of their own. */
function operatorOf(operator: string, { type }: ColumnKind): string | undefined {
  if (operator === 'equal') return operator;
  if (type === 'choice') return ofOrder[operator];
  return type === 'time' ? (ofTime[operator] ?? operator) : operator;
}

const sides = /^([[(\]]?)\s*(.+?)\s*([\])[]?)$/;
const to = /\s*(?:\.{2,3}|…|–|—|~|到|至|(?: to ))\s*/;
/** A hyphen behind a number; before one it is a sign. */
const minus = /(?<=[\p{L}\d%])\s*-\s*/u;

/** `1000–5000`, `24–48 小时`, `(1000..5000]`: both ends are included unless a bracket says otherwise. */
function readRange(part: string, kind: ColumnKind): ReadCell | undefined {
  const [, open = '', inner = '', close = ''] = sides.exec(part) ?? [];
  const ends = endsOf(inner, kind);
  if (ends === undefined) return undefined;
  const [low, high] = ends;
  const unit = unitAtEnd(high);
  const first = isAmountType(kind.type) && unitAtEnd(low) === '' ? `${low}${unit}` : low;
  const lower = readValue(first, kind);
  const upper = readValue(high, kind);
  if ('wrong' in lower) return lower;
  if ('wrong' in upper) return upper;
  if (orderOf(lower.value) > orderOf(upper.value))
    return {
      wrong: { zh: `「${low}」比「${high}」大，请调换`, en: `"${low}" is more than "${high}"; swap them` },
    };
  const least = open === '(' || open === ']' ? 'greaterThan' : 'greaterThanInclusive';
  const most = close === ')' || close === '[' ? 'lessThan' : 'lessThanInclusive';
  if (least === 'greaterThanInclusive' && most === 'lessThanInclusive')
    return { cell: { operator: 'between', value: [lower.value, upper.value] } };
  return {
    cell: {
      all: [
        { operator: operatorOf(least, kind)!, value: lower.value },
        { operator: operatorOf(most, kind)!, value: upper.value },
      ],
    },
  };
}

/** The two ends; a hyphen stands between numbers, never within a date. */
function endsOf(inner: string, { type }: ColumnKind): [string, string] | undefined {
  const hyphen = type === 'time' ? / - / : minus;
  for (const between of [to, hyphen]) {
    const parts = inner.split(between);
    if (parts.length === 2 && parts[0] !== '' && parts[1] !== '') return [parts[0]!, parts[1]!];
  }
  return undefined;
}

function orderOf(value: Scalar): number {
  return typeof value === 'string' ? Date.parse(value) : Number(value);
}

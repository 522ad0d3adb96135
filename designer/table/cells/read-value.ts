import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { Text } from '../../../rules-library/schema/text.ts';
import { storedTime } from '../../inspector/zoned-time.ts';
import { companyZone } from '../../design/zone.ts';
import type { ColumnKind } from './column-kind.ts';
import { unquoted } from './plain-text.ts';
import { isAmountType, readNumber } from './read-number.ts';
import dayjs from 'dayjs';

export type Read<Value> = { value: Value } | { wrong: Text };

const yes = new Set(['是', '对', '有', '√', '✓', 'yes', 'y', 'true', '1']);
const no = new Set(['否', '不是', '无', '没有', '×', '✗', 'no', 'n', 'false', '0']);
const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** One value of a column as people write it; `text` is plain already. What does not fit says so, with how it is written. */
export function readValue(text: string, kind: ColumnKind): Read<Scalar> {
  const { type } = kind;
  if (isAmountType(type)) {
    const value = readNumber(text, type);
    return value === undefined ? { wrong: notA(text, amounts[type] ?? amounts.number!) } : { value };
  }
  if (type === 'yes-no') {
    const word = text.toLowerCase();
    if (yes.has(word)) return { value: true };
    return no.has(word) ? { value: false } : { wrong: notA(text, amounts['yes-no']!) };
  }
  if (type === 'time') {
    const value = readTime(text);
    return value === undefined ? { wrong: notA(text, amounts.time!) } : { value };
  }
  return readWord(unquoted(text), kind);
}

function readTime(text: string): string | undefined {
  const iso = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text);
  if (iso) return Number.isNaN(Date.parse(text)) ? undefined : text;
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = date.exec(text) ?? [];
  if (year === undefined) return undefined;
  const two = (part: string | undefined): string => String(part).padStart(2, '0');
  const wall = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const at = dayjs(wall);
  // 31 February is no day.
  if (!at.isValid() || at.format('YYYY-MM-DDTHH:mm:ss') !== wall) return undefined;
  return storedTime(at, companyZone());
}

/** A choice by its name in either language, or as it begins; without choices any words. */
function readWord(text: string, { choices, open }: ColumnKind): Read<Scalar> {
  if (text === '') return { wrong: { zh: '引号里没有内容', en: 'There is nothing in the quotes' } };
  if (choices === undefined) return { value: text };
  const word = text.toLowerCase();
  const names = ({ value, label }: (typeof choices)[number]): string[] =>
    [value, label.zh, label.en].map((name) => name.toLowerCase());
  const exact = choices.find((choice) => names(choice).includes(word));
  if (exact !== undefined) return { value: exact.value };
  const begins = choices.filter((choice) => names(choice).some((name) => name.startsWith(word)));
  if (begins.length === 1) return { value: begins[0]!.value };
  if (open === true) return { value: text };
  const some = (language: 'zh' | 'en', comma: string): string =>
    choices
      .slice(0, 6)
      .map(({ label }) => label[language])
      .join(comma) + (choices.length > 6 ? ' …' : '');
  return {
    wrong: {
      zh: `没有「${text}」，可以填：${some('zh', '、')}`,
      en: `There is no "${text}"; it may be ${some('en', ', ')}`,
    },
  };
}

function notA(text: string, { zh, en }: Text): Text {
  return { zh: `「${text}」${zh}`, en: `"${text}" ${en}` };
}

/** What is said of a text that is no value of a type. */
const amounts: Record<string, Text> = {
  money: {
    zh: '不是金额，写法如 5000、≥ 5000、1000–5000、1.5万',
    en: 'is no amount; write 5000, ≥ 5000 or 1000–5000',
  },
  integer: { zh: '不是整数，写法如 10、≥ 10、5–10', en: 'is no whole number; write 10, ≥ 10 or 5–10' },
  number: { zh: '不是数字，写法如 1.5、≥ 10、5–10', en: 'is no number; write 1.5, ≥ 10 or 5–10' },
  percent: { zh: '不是百分比，写法如 15%、≥ 15%', en: 'is no percentage; write 15% or ≥ 15%' },
  factor: { zh: '不是倍数，写法如 1.5 倍', en: 'is no factor; write 1.5' },
  duration: {
    zh: '不是时长，写法如 90 分钟、2 小时、≤ 1 天',
    en: 'is no duration; write 90 min, 2 h or ≤ 1 day',
  },
  hours: { zh: '不是小时数，写法如 48、≤ 48、24–48', en: 'is no number of hours; write 48, ≤ 48 or 24–48' },
  days: { zh: '不是天数，写法如 3、≤ 7、0–15', en: 'is no number of days; write 3, ≤ 7 or 0–15' },
  weight: { zh: '不是重量，写法如 800 克、≥ 5 公斤', en: 'is no weight; write 800 g or ≥ 5 kg' },
  volume: { zh: '不是体积，写法如 3 升、≥ 1 立方米', en: 'is no volume; write 3 L or ≥ 1 m³' },
  time: {
    zh: '不是日期，写法如 2025-12-12 或 2025-12-12 18:00',
    en: 'is no date; write 2025-12-12 or 2025-12-12 18:00',
  },
  'yes-no': { zh: '不是「是」或「否」', en: 'is neither yes nor no' },
};

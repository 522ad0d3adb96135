import { z } from 'zod';
import type { FactType } from '../../define/fact.ts';
import type { Scalar } from '../../schema/condition.ts';
import type { Text } from '../../schema/text.ts';

/** Types a person may give a result, as the inspector offers them. */
export const resultTypes = [
  { value: 'text', label: { zh: '文字', en: 'Text' } },
  { value: 'choice', label: { zh: '选项', en: 'Choice' } },
  { value: 'yes-no', label: { zh: '是否', en: 'Yes or no' } },
  { value: 'integer', label: { zh: '整数', en: 'Whole number' } },
  { value: 'number', label: { zh: '数字', en: 'Number' } },
  { value: 'money', label: { zh: '金额', en: 'Money' } },
  { value: 'percent', label: { zh: '百分比', en: 'Percent' } },
  { value: 'factor', label: { zh: '倍数', en: 'Factor' } },
  { value: 'duration', label: { zh: '时长（分钟）', en: 'Duration (minutes)' } },
  { value: 'hours', label: { zh: '小时', en: 'Hours' } },
  { value: 'days', label: { zh: '天数', en: 'Days' } },
  { value: 'weight', label: { zh: '重量（克）', en: 'Weight (grams)' } },
  { value: 'volume', label: { zh: '体积（立方厘米）', en: 'Volume (cm³)' } },
  { value: 'time', label: { zh: '时间', en: 'Time' } },
] as const satisfies readonly { value: FactType; label: Text }[];

export type ResultType = (typeof resultTypes)[number]['value'];
export const resultTypeSchema = z.enum(resultTypes.map(({ value }) => value));

/** Whole in the smallest unit: fen, grams, cm³, pieces. */
const whole: ReadonlySet<FactType> = new Set<FactType>(['integer', 'money', 'weight', 'volume', 'days']);

const iso = z.iso.datetime({ offset: true });

/** What is wrong with a constant of this type, in words; undefined when it fits. */
export function wrongConstant(type: ResultType, value: Scalar): Text | undefined {
  if (type === 'text' || type === 'choice') {
    return typeof value === 'string' && value !== '' ? undefined : { zh: '要填文字', en: 'takes text' };
  }
  if (type === 'yes-no') {
    return typeof value === 'boolean' ? undefined : { zh: '只能是或否', en: 'takes yes or no' };
  }
  if (type === 'time') {
    return iso.safeParse(value).success
      ? undefined
      : { zh: '要填带时区的时间', en: 'takes a time with its offset' };
  }
  if (typeof value !== 'number') return { zh: '要填数字', en: 'takes a number' };
  if (whole.has(type) && !Number.isSafeInteger(value)) return { zh: '要填整数', en: 'takes a whole number' };
  return undefined;
}

/** A constant as facts hold it: times as epoch milliseconds. */
export function constantOf(type: ResultType, value: Scalar): Scalar {
  return type === 'time' && typeof value === 'string' ? Date.parse(value) : value;
}

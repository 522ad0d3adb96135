import type { FactType } from '../../rules-library/define/fact.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/**
 * What a part of an expression is: a number with its unit, text, yes or no, a list. `constant` is a number written down, which
 * takes the unit of what it meets; `any` is a fact without a type.
 */
export type Kind =
  | 'any'
  | 'constant'
  | 'number'
  | 'money'
  | 'percent'
  | 'duration'
  | 'hours'
  | 'days'
  | 'weight'
  | 'volume'
  | 'time'
  | 'text'
  | 'yes-no'
  | 'list';

export const kindNames: Record<Kind, Text> = {
  any: { zh: '任意内容', en: 'anything' },
  constant: { zh: '数字', en: 'a number' },
  number: { zh: '数字', en: 'a number' },
  money: { zh: '金额', en: 'money' },
  percent: { zh: '百分比', en: 'a percentage' },
  duration: { zh: '时长（分钟）', en: 'a duration (minutes)' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天数', en: 'days' },
  weight: { zh: '重量', en: 'a weight' },
  volume: { zh: '体积', en: 'a volume' },
  time: { zh: '时间', en: 'a time' },
  text: { zh: '文字', en: 'text' },
  'yes-no': { zh: '是否', en: 'yes or no' },
  list: { zh: '列表', en: 'a list' },
};

/** What a fact of this type is. */
export function kindOfType(type: FactType | undefined): Kind {
  switch (type) {
    case undefined:
      return 'any';
    case 'integer':
    case 'number':
    case 'factor':
      return 'number';
    case 'choice':
      return 'text';
    case 'text':
    case 'money':
    case 'percent':
    case 'yes-no':
    case 'time':
    case 'duration':
    case 'hours':
    case 'days':
    case 'weight':
    case 'volume':
    case 'list':
      return type;
  }
}

/** Whether it is a number one can add, with or without a unit; a moment is none. */
export function isAmount(kind: Kind): boolean {
  return !['text', 'yes-no', 'list', 'time'].includes(kind);
}

/** What two parts are together when they have to be the same; undefined when they are not. */
export function common(one: Kind, other: Kind): Kind | undefined {
  if (one === other) return one;
  if (one === 'any') return other;
  if (other === 'any') return one;
  if (one === 'constant') return isAmount(other) ? other : undefined;
  if (other === 'constant') return isAmount(one) ? one : undefined;
  return undefined;
}

/** How CEL sees it: amounts and moments are doubles. */
export function celType(kind: Kind): string {
  if (kind === 'any') return 'dyn';
  if (kind === 'text') return 'string';
  if (kind === 'yes-no') return 'bool';
  return kind === 'list' ? 'list' : 'double';
}

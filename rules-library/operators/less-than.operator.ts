import { compares, isNumberLike } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** Strictly below; text that reads as a number is taken as stock takes it. */
export const lessThan = defineOperator({
  runs: true,
  builtIn: true,
  name: 'lessThan',
  label: {
    default: { zh: '低于', en: 'is below' },
    integer: { zh: '小于', en: 'is less than' },
    number: { zh: '小于', en: 'is less than' },
    time: { zh: '早于', en: 'is before' },
    duration: { zh: '不到', en: 'is under' },
    hours: { zh: '不到', en: 'is under' },
    days: { zh: '不到', en: 'is under' },
  },
  types: [
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
    'time',
  ],
  operand: 'same',
  accepts: isNumberLike,
  holds: (fact, value) => compares(fact, value, (a, b) => a < b),
  negation: 'greaterThanInclusive',
});

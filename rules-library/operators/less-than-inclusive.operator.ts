import { compares, isNumberLike } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** At most. */
export const lessThanInclusive = defineOperator({
  runs: true,
  builtIn: true,
  name: 'lessThanInclusive',
  label: {
    default: { zh: '不高于', en: 'is at most' },
    integer: { zh: '不超过', en: 'is at most' },
    number: { zh: '不超过', en: 'is at most' },
    time: { zh: '不晚于', en: 'is not after' },
    duration: { zh: '不超过', en: 'is at most' },
    hours: { zh: '不超过', en: 'is at most' },
    days: { zh: '不超过', en: 'is at most' },
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
  holds: (fact, value) => compares(fact, value, (a, b) => a <= b),
  negation: 'greaterThan',
});

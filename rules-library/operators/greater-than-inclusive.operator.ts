import { compares, isNumberLike } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** At least. */
export const greaterThanInclusive = defineOperator({
  runs: true,
  builtIn: true,
  name: 'greaterThanInclusive',
  label: {
    default: { zh: '不低于', en: 'is at least' },
    integer: { zh: '不小于', en: 'is at least' },
    number: { zh: '不小于', en: 'is at least' },
    time: { zh: '不早于', en: 'is not before' },
    duration: { zh: '至少', en: 'is at least' },
    hours: { zh: '至少', en: 'is at least' },
    days: { zh: '至少', en: 'is at least' },
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
  holds: (fact, value) => compares(fact, value, (a, b) => a >= b),
  negation: 'lessThan',
});

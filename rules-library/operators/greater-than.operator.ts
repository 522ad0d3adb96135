import { compares, isNumberLike } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** Strictly above. */
export const greaterThan = defineOperator({
  runs: true,
  builtIn: true,
  name: 'greaterThan',
  label: {
    default: { zh: '高于', en: 'is above' },
    integer: { zh: '大于', en: 'is more than' },
    number: { zh: '大于', en: 'is more than' },
    time: { zh: '晚于', en: 'is after' },
    duration: { zh: '超过', en: 'is over' },
    hours: { zh: '超过', en: 'is over' },
    days: { zh: '超过', en: 'is over' },
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
  holds: (fact, value) => compares(fact, value, (a, b) => a > b),
  negation: 'lessThanInclusive',
});

import { isNumberLike } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** Strictly below; text that reads as a number is taken as stock takes it. */
export const lessThan = defineOperator({
  runs: true,
  builtIn: true,
  name: 'lessThan',
  label: {
    default: { zh: '小于', en: 'is below' },
    time: { zh: '早于', en: 'is before' },
    duration: { zh: '少于', en: 'is under' },
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
  holds: (fact, value) => (fact as number) < (value as number),
  negation: 'greaterThanInclusive',
});

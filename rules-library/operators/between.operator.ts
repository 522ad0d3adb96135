import { isNumber, isPair } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** Within a pair, both ends included. */
export const between = defineOperator({
  runs: true,
  builtIn: false,
  name: 'between',
  label: { default: { zh: '介于', en: 'is between' } },
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
  operand: 'pair',
  accepts: isNumber,
  holds: (fact, value) => isPair(value) && (fact as number) >= value[0] && (fact as number) <= value[1],
  negation: 'notBetween',
});

import { isNumber, isPair } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** Outside a pair whose ends are included. */
export const notBetween = defineOperator({
  runs: true,
  builtIn: false,
  name: 'notBetween',
  label: { default: { zh: '不介于', en: 'is not between' } },
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
  holds: (fact, value) => isPair(value) && ((fact as number) < value[0] || (fact as number) > value[1]),
  negation: 'between',
});

import { defineOperator } from '../define/operator.ts';

/** Not exactly the same value. */
export const notEqual = defineOperator({
  runs: true,
  builtIn: true,
  name: 'notEqual',
  label: { default: { zh: '不是', en: 'is not' } },
  types: [
    'text',
    'choice',
    'integer',
    'money',
    'percent',
    'factor',
    'yes-no',
    'time',
    'duration',
    'hours',
    'days',
    'weight',
    'volume',
  ],
  operand: 'same',
  holds: (fact, value) => fact !== value,
  negation: 'equal',
});

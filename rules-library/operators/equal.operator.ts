import { defineOperator } from '../define/operator.ts';

/** Exactly the same value, as json-rules-engine compares: no conversion. */
export const equal = defineOperator({
  runs: true,
  builtIn: true,
  name: 'equal',
  label: { default: { zh: '是', en: 'is' } },
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
  holds: (fact, value) => fact === value,
  negation: 'notEqual',
});

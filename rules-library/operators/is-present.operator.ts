import { defineOperator } from '../define/operator.ts';

/** There is a value. With `value: false` it is the opposite. */
export const isPresent = defineOperator({
  runs: true,
  builtIn: false,
  name: 'isPresent',
  label: { default: { zh: '有数据', en: 'is known' } },
  types: [
    'text',
    'choice',
    'integer',
    'number',
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
    'list',
  ],
  operand: 'none',
  holds: (fact, value) => (fact !== undefined && fact !== null) === (value !== false),
  negation: 'isMissing',
});

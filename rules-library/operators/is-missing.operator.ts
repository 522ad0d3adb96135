import { defineOperator } from '../define/operator.ts';

/** There is no value. */
export const isMissing = defineOperator({
  runs: true,
  builtIn: false,
  name: 'isMissing',
  label: { default: { zh: '缺数据', en: 'is missing' } },
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
  holds: (fact, value) => (fact === undefined || fact === null) === (value !== false),
  negation: 'isPresent',
});

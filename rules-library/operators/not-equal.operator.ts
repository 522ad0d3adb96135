import { defineOperator } from '../define/operator.ts';

/** Not exactly the same value. */
export const notEqual = defineOperator({
  runs: true,
  builtIn: true,
  name: 'notEqual',
  label: {
    default: { zh: '不是', en: 'is not' },
    integer: { zh: '不等于', en: 'does not equal' },
    money: { zh: '不等于', en: 'does not equal' },
    percent: { zh: '不等于', en: 'does not equal' },
    factor: { zh: '不等于', en: 'does not equal' },
    duration: { zh: '不是正好', en: 'is not exactly' },
    hours: { zh: '不是正好', en: 'is not exactly' },
    days: { zh: '不是正好', en: 'is not exactly' },
    weight: { zh: '不等于', en: 'does not equal' },
    volume: { zh: '不等于', en: 'does not equal' },
  },
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

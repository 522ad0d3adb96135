import { defineOperator } from '../define/operator.ts';

/** Exactly the same value, as json-rules-engine compares: no conversion. */
export const equal = defineOperator({
  runs: true,
  builtIn: true,
  name: 'equal',
  label: {
    default: { zh: '是', en: 'is' },
    integer: { zh: '等于', en: 'equals' },
    money: { zh: '等于', en: 'equals' },
    percent: { zh: '等于', en: 'equals' },
    factor: { zh: '等于', en: 'equals' },
    duration: { zh: '正好', en: 'is exactly' },
    hours: { zh: '正好', en: 'is exactly' },
    days: { zh: '正好', en: 'is exactly' },
    weight: { zh: '等于', en: 'equals' },
    volume: { zh: '等于', en: 'equals' },
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
  holds: (fact, value) => fact === value,
  negation: 'notEqual',
});

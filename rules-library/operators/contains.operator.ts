import { defineOperator } from '../define/operator.ts';

/** The list holds the value. */
export const contains = defineOperator({
  runs: true,
  builtIn: true,
  name: 'contains',
  label: { default: { zh: '含有', en: 'contains' } },
  types: ['list'],
  operand: 'same',
  accepts: Array.isArray,
  holds: (fact, value) => (fact as unknown[]).indexOf(value) > -1,
  negation: 'doesNotContain',
});

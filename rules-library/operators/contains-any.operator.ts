import { defineOperator } from '../define/operator.ts';

/** The list holds at least one of the values. */
export const containsAny = defineOperator({
  runs: true,
  builtIn: false,
  name: 'containsAny',
  label: { default: { zh: '含有任一', en: 'contains any of' } },
  says: { zh: '含有', en: 'contains' },
  joins: 'or',
  types: ['list'],
  operand: 'list',
  accepts: Array.isArray,
  holds: (fact, value) => Array.isArray(value) && value.some((one) => (fact as unknown[]).includes(one)),
});

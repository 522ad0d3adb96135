import { defineOperator } from '../define/operator.ts';

/** The list holds none of the values. */
export const containsNone = defineOperator({
  runs: true,
  builtIn: false,
  name: 'containsNone',
  label: { default: { zh: '不含任何', en: 'contains none of' } },
  types: ['list'],
  operand: 'list',
  accepts: Array.isArray,
  holds: (fact, value) => Array.isArray(value) && !value.some((one) => (fact as unknown[]).includes(one)),
});

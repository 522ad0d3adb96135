import { defineOperator } from '../define/operator.ts';

/** The list holds all of the values. */
export const containsAll = defineOperator({
  runs: true,
  builtIn: false,
  name: 'containsAll',
  label: { default: { zh: '含有全部', en: 'contains all of' } },
  says: { zh: '同时含有', en: 'contains' },
  joins: 'and',
  types: ['list'],
  operand: 'list',
  accepts: Array.isArray,
  holds: (fact, value) => Array.isArray(value) && value.every((one) => (fact as unknown[]).includes(one)),
});

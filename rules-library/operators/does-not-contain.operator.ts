import { defineOperator } from '../define/operator.ts';

/** The list does not hold the value. */
export const doesNotContain = defineOperator({
  runs: true,
  builtIn: true,
  name: 'doesNotContain',
  label: { default: { zh: '不含', en: 'does not contain' } },
  types: ['list'],
  operand: 'same',
  accepts: Array.isArray,
  holds: (fact, value) => (fact as unknown[]).indexOf(value) === -1,
  negation: 'contains',
});

import { defineOperator } from '../define/operator.ts';

/** Text ends with the given text. */
export const endsWith = defineOperator({
  runs: true,
  builtIn: false,
  name: 'endsWith',
  label: { default: { zh: '结尾是', en: 'ends with' } },
  types: ['text', 'choice'],
  operand: 'same',
  accepts: (fact) => typeof fact === 'string',
  holds: (fact, value) => typeof value === 'string' && (fact as string).endsWith(value),
});

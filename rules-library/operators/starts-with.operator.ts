import { defineOperator } from '../define/operator.ts';

/** Text begins with the given text. */
export const startsWith = defineOperator({
  runs: true,
  builtIn: false,
  name: 'startsWith',
  label: { default: { zh: '开头是', en: 'starts with' } },
  types: ['text', 'choice'],
  operand: 'same',
  accepts: (fact) => typeof fact === 'string',
  holds: (fact, value) => typeof value === 'string' && (fact as string).startsWith(value),
});

import { indexOf } from './index-of.ts';
import { defineOperator } from '../define/operator.ts';

/** One of a list. A right side that is text means part of that text, as in stock; the compiler emits lists only. */
export const oneOf = defineOperator({
  runs: true,
  builtIn: true,
  name: 'in',
  label: { default: { zh: '是其中之一', en: 'is one of' } },
  says: { zh: '是', en: 'is' },
  joins: 'or',
  types: ['text', 'choice', 'integer'],
  operand: 'list',
  holds: (fact, value) => (indexOf(value, fact) ?? -1) > -1,
  negation: 'notIn',
});

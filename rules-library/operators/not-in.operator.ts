import { indexOf } from './index-of.ts';
import { defineOperator } from '../define/operator.ts';

/** None of a list. */
export const noneOf = defineOperator({
  runs: true,
  builtIn: true,
  name: 'notIn',
  label: { default: { zh: '不在其中', en: 'is none of' } },
  says: { zh: '不是', en: 'is none of' },
  types: ['text', 'choice', 'integer'],
  operand: 'list',
  holds: (fact, value) => indexOf(value, fact) === -1,
  negation: 'in',
});

import { isNumber } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** A moment strictly later. */
export const after = defineOperator({
  runs: true,
  builtIn: false,
  name: 'after',
  label: { default: { zh: '晚于', en: 'is after' } },
  types: ['time'],
  operand: 'same',
  accepts: isNumber,
  holds: (fact, value) => isNumber(value) && (fact as number) > value,
});

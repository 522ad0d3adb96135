import { isNumber } from './number-like.ts';
import { defineOperator } from '../define/operator.ts';

/** A moment strictly earlier. */
export const before = defineOperator({
  runs: true,
  builtIn: false,
  name: 'before',
  label: { default: { zh: '早于', en: 'is before' } },
  types: ['time'],
  operand: 'same',
  accepts: isNumber,
  holds: (fact, value) => isNumber(value) && (fact as number) < value,
});

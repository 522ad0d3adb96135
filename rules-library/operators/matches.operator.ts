import { longestInput, patternOf } from './pattern.ts';
import { defineOperator } from '../define/operator.ts';

/** Text holds the pattern, in linear time (RE2 syntax, no look-around, no back-references). */
export const matches = defineOperator({
  runs: true,
  builtIn: false,
  name: 'matches',
  label: { default: { zh: '符合格式', en: 'matches' } },
  types: ['text', 'choice'],
  operand: 'pattern',
  accepts: (fact) => typeof fact === 'string' && fact.length <= longestInput,
  holds: (fact, value) =>
    typeof value === 'string' &&
    (patternOf(value)
      ?.matcher(fact as string)
      .find() ??
      false),
});

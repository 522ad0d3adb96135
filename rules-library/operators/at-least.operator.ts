import { lowerOrderedChoice } from './ordered-choice.ts';
import { defineOperator } from '../define/operator.ts';

/** At least as important, on an ordered choice. */
export const atLeast = defineOperator({
  runs: false,
  name: 'atLeast',
  label: { default: { zh: '至少', en: 'is at least' } },
  types: ['choice'],
  operand: 'same',
  lower: (comparison, context) => lowerOrderedChoice(comparison, context, 'least'),
});

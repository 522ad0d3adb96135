import { lowerOrderedChoice } from './ordered-choice.ts';
import { defineOperator } from '../define/operator.ts';

/** At most as important, on an ordered choice. */
export const atMost = defineOperator({
  runs: false,
  name: 'atMost',
  label: { default: { zh: '至多', en: 'is at most' } },
  types: ['choice'],
  operand: 'same',
  lower: (comparison, context) => lowerOrderedChoice(comparison, context, 'most'),
});

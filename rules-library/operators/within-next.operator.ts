import { lowerRelativeTime } from './relative-time.ts';
import { defineOperator } from '../define/operator.ts';

/** Comes within so many minutes, and is not past. */
export const withinNext = defineOperator({
  runs: false,
  name: 'withinNext',
  label: { default: { zh: '在今后', en: 'is within the next' } },
  tail: { zh: '内', en: '' },
  types: ['time'],
  operand: 'duration',
  lower: (comparison, context) =>
    lowerRelativeTime(comparison, context, { from: 'now', to: 'fact', within: true }),
});

import { lowerRelativeTime } from './relative-time.ts';
import { defineOperator } from '../define/operator.ts';

/** Happened at most so many minutes ago, and not in the future. */
export const withinLast = defineOperator({
  runs: false,
  name: 'withinLast',
  label: { default: { zh: '在最近', en: 'is within the last' } },
  tail: { zh: '内', en: '' },
  types: ['time'],
  operand: 'duration',
  lower: (comparison, context) =>
    lowerRelativeTime(comparison, context, { from: 'fact', to: 'now', within: true }),
});

import { lowerRelativeTime } from './relative-time.ts';
import { defineOperator } from '../define/operator.ts';

/** Happened more than so many minutes ago. */
export const olderThan = defineOperator({
  runs: false,
  name: 'olderThan',
  label: { default: { zh: '距今超过', en: 'is older than' } },
  types: ['time'],
  operand: 'duration',
  lower: (comparison, context) =>
    lowerRelativeTime(comparison, context, { from: 'fact', to: 'now', operator: 'greaterThan' }),
});

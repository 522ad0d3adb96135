import { lowerRelativeTime } from './relative-time.ts';
import { defineOperator } from '../define/operator.ts';

/** Happened less than so many minutes ago, or comes later. */
export const youngerThan = defineOperator({
  runs: false,
  name: 'youngerThan',
  label: { default: { zh: '距今不到', en: 'is younger than' } },
  types: ['time'],
  operand: 'duration',
  lower: (comparison, context) =>
    lowerRelativeTime(comparison, context, { from: 'fact', to: 'now', operator: 'lessThan' }),
});

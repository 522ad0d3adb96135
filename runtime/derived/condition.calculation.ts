import type { Condition } from '../../rules-library/schema/condition.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import { readyCondition } from './ready-condition.ts';
import { defineCalculation } from './calculation.ts';

/** Whether a condition holds: true, false, or undefined while it cannot be known. */
export const condition = defineCalculation({
  name: 'condition',
  read: (drawn, scope) => {
    const { condition: read } = scope.condition(drawn.with.conditions as Condition);
    return { ...drawn, with: { conditions: read }, reads: factsOf(read).sort() };
  },
  calculate: ({ with: { conditions } }, facts) => readyCondition(conditions as Condition)(facts),
});

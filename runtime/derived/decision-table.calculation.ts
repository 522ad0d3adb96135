import type { Condition } from '../../rules-library/schema/condition.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import { readyCondition } from './ready-condition.ts';
import { defineCalculation } from './calculation.ts';

interface Settings {
  hit: 'FIRST' | 'UNIQUE' | 'COLLECT';
  rows: { id: string; conditions: Condition }[];
}

/**
 * Ids of the rows of a table that count, in their order; none when surely no row fits. Hit policies as in DMN 1.3 §8.2.8, over three
 * values: undefined when a row that is not known comes before the hit (FIRST) or stands beside it (UNIQUE, COLLECT), and when
 * two rows fit where only one may.
 */
export const decisionTable = defineCalculation({
  name: 'decision-table',
  read: (drawn, scope) => {
    const { hit, rows } = drawn.with as unknown as Settings;
    // A column nobody provides is told of once, not in each of its cells.
    for (const fact of drawn.reads) scope.fact(fact, 'inputs');
    if (!drawn.reads.every(scope.has)) return drawn;
    const read = rows.map(({ id, conditions }) => ({
      id,
      conditions: scope.condition(conditions).condition,
    }));
    const facts = read.flatMap(({ conditions }) => factsOf(conditions));
    return {
      ...drawn,
      with: { hit, rows: read },
      reads: [...new Set(facts)].sort(),
    };
  },
  calculate: ({ with: given }, facts) => {
    const { hit, rows } = given as unknown as Settings;
    const hits: string[] = [];
    for (const { id, conditions } of rows) {
      const fits = readyCondition(conditions)(facts);
      if (fits === undefined) return undefined;
      if (!fits) continue;
      if (hit === 'UNIQUE' && hits.length === 1) return undefined;
      hits.push(id);
      if (hit === 'FIRST') break;
    }
    return hits;
  },
});

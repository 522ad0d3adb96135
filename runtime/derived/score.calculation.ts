import type { Condition } from '../../rules-library/schema/condition.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import { readyCondition } from './ready-condition.ts';
import { defineCalculation } from './calculation.ts';

interface Settings {
  rows: { conditions: Condition; points: number }[];
  /** With bands, the value of the band the score lies in instead of the score itself. */
  bands?: { from: number; value: string }[];
}

/**
 * The points of all conditions that hold. A row that is not known leaves the score unknown; the band only if the score could
 * lie in another one with it.
 */
export const score = defineCalculation({
  name: 'score',
  read: (drawn, scope) => {
    const { rows, ...rest } = drawn.with as unknown as Settings;
    const read = rows.map(({ conditions, points }) => ({
      conditions: scope.condition(conditions).condition,
      points,
    }));
    const facts = read.flatMap(({ conditions }) => factsOf(conditions));
    return { ...drawn, with: { ...rest, rows: read }, reads: [...new Set(facts)].sort() };
  },
  calculate: ({ with: given }, facts) => {
    const { rows, bands } = given as unknown as Settings;
    let [least, most] = [0, 0];
    for (const { conditions, points } of rows) {
      const holds = readyCondition(conditions)(facts);
      if (holds === false) continue;
      least += holds === undefined ? Math.min(points, 0) : points;
      most += holds === undefined ? Math.max(points, 0) : points;
    }
    if (bands === undefined) return least === most ? least : undefined;
    const band = bandOf(bands, least);
    return band === bandOf(bands, most) ? band : undefined;
  },
});

/** The band with the greatest start that is not above the score; bands lie one on another, so between two scores of one band all are. */
function bandOf(bands: NonNullable<Settings['bands']>, points: number): string | undefined {
  return bands.filter(({ from }) => from <= points).toSorted((one, other) => other.from - one.from)[0]?.value;
}

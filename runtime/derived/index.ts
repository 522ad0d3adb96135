import type { Calculation } from './calculation.ts';
import { difference } from './difference.ts';
import { lineCondition } from './line-condition.ts';

/** Calculations by the name a block gives in `derived.calculate`. */
export const calculations: ReadonlyMap<string, Calculation> = new Map([
  ['difference', difference],
  ['line-condition', lineCondition],
]);

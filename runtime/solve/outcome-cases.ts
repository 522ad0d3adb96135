import type { Formula } from './formula.ts';

/**
 * How a calculation may come out: cases that exclude each other, when each is, and what results are then. Results of one
 * calculation (the outputs of a table) have their cases in common.
 */
export interface Outcomes {
  /** The same for results of one calculation. */
  key: string;
  when: ReadonlyMap<string, Formula>;
  value: (outcome: string) => unknown;
  /** Cases in which the result may be anything. */
  unsure: ReadonlySet<string>;
}

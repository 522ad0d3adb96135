import type { JsonRule } from '../../../../rules-library/schema/rule.ts';
import type { BenchOrder } from '../orders.ts';

/** An engine with rules loaded. */
export interface BenchEngine {
  /** Ids of the rules that match, in any order. */
  decide(order: BenchOrder): readonly string[] | Promise<readonly string[]>;
}

export interface BenchEngineDefinition {
  /** As printed, with the version. */
  name: string;
  /** Decisions asked for at once: the best legal use of engines that cross to other threads. */
  inFlight: number;
  load(rules: readonly JsonRule[]): BenchEngine;
}

import { compileRules } from '../../../../runtime/index.ts';
import type { BenchEngineDefinition } from './engine.ts';

/** Ours, events only. */
export const sluice: BenchEngineDefinition = {
  name: 'Sluice',
  inFlight: 1,
  load(rules) {
    const program = compileRules(rules);
    return { decide: (order) => program.evaluate(order).events.map(({ ruleId }) => ruleId) };
  },
};

/** Ours, with every condition of the rules that matched explained. */
export const sluiceExplained: BenchEngineDefinition = {
  name: 'Sluice, matched explained',
  inFlight: 1,
  load(rules) {
    const program = compileRules(rules);
    return {
      decide: (order) => program.explain(order, { only: 'matched' }).rules.map(({ rule }) => rule),
    };
  },
};

export { changedRules } from './changed-rules.ts';
export {
  addDifference,
  compareOutcomes,
  noDifference,
  type Difference,
  type DifferenceSample,
} from './difference.ts';
export { InventedFacts } from './invented-facts.ts';
export { Judge, type Judged, type JudgeContext, type Outcome, type Recorded, type RuleSet } from './judge.ts';
export { probesOf, type ProbeOptions, type Probes } from './probes.ts';
export { RulesByScope, scopeName, scopesOf, type Scope } from './scope.ts';
export { addCounts, noCounts, Tally, type Counts } from './tally.ts';

export {
  compileRules,
  type CompileRulesOptions,
  type Evaluation,
  type RuleProgram,
} from './program/compile-rules.ts';
export { BudgetError } from './program/budget-error.ts';
export { RuleError } from './program/rule-error.ts';
export type { Change, ExplainedCondition, ExplainedRule, Explanation } from './explain/explain.ts';
export { proposeChange, type Proposal, type ProposedChange, type ProposeOptions } from './explain/propose.ts';
export { conditionInWords, proposalInWords, type WordsOptions } from './explain/words.ts';
export { compileFlow, type CompiledFlow } from './compile/compile-flow.ts';
export { guardBySeason } from './compile/guard-rules.ts';
export { flowFromRules, type ImportedFlows, type ImportOptions } from './import/flow-from-rules.ts';
export { resolvePath } from './path.ts';
export { factsOfParams } from './facts-of-params.ts';
export {
  planEffects,
  type Effect,
  type Overridden,
  type PlanContext,
  type PlannedEffects,
} from './effects/plan-effects.ts';
export { joinEffects } from './effects/join-effects.ts';
export { analyse, type AnalyseOptions } from './analyse/analyse.ts';
export type { FindingNames } from './analyse/naming.ts';
export type { Finding, FindingKind, ProofPart } from './analyse/finding.ts';
export { coverage, type Coverage, type Covered } from './coverage.ts';
export { checkSource, type ExpressionError, type ExpressionScope } from './expressions/check-source.ts';
export { expressionFunctions } from './expressions/functions.ts';
export { factsOfCase, runCase, runCases, type CaseResult } from './cases.ts';

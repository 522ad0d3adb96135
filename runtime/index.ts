export {
  compileRules,
  type CompileRulesOptions,
  type Evaluation,
  type RuleProgram,
} from './program/compile-rules.ts';
export { RuleError } from './program/rule-error.ts';
export type { Change, ExplainedCondition, ExplainedRule, Explanation } from './explain/explain.ts';
export { compileFlow, type CompiledFlow } from './compile/compile-flow.ts';
export { factsOfParams } from './compile/plan-nodes.ts';

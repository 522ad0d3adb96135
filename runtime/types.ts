export type { Evaluation, RuleProgram } from './program/compile-rules.ts';

import { Environment, type ASTNode } from '@marcbachmann/cel-js';
import { expressionFunctions } from './functions.ts';
import { celType, type Kind } from './kind.ts';

/** Most parts and levels of an expression. Nothing in it loops, so they bound the work too. */
const limits = { maxAstNodes: 300, maxDepth: 40, maxListElements: 200, maxCallArguments: 4 };

const language = new Environment({ limits });
for (const { signatures } of expressionFunctions.values()) {
  for (const [signature, run] of Object.entries(signatures))
    language.registerFunction(signature, run as never);
}

export interface ParsedExpression {
  tree: ASTNode;
  /** What is wrong by CEL's own types; undefined when nothing is. */
  wrong: string | undefined;
  /** Throws where something it needs is missing or cannot be calculated. `values` has own properties only. */
  run: (values: Readonly<Record<string, unknown>>) => unknown;
}

/**
 * An expression of the Common Expression Language, read by cel-js: no code is made of it, it reaches nothing but the named values.
 * Throws for what is no expression or too large.
 */
export function parseExpression(cel: string, kinds: readonly Kind[]): ParsedExpression {
  const scope = language.clone();
  kinds.forEach((kind, index) => scope.registerVariable(variable(index), celType(kind)));
  const parsed = scope.parse(cel);
  const { valid, error } = parsed.check();
  return {
    tree: parsed.ast,
    wrong: valid ? undefined : (error?.message ?? 'wrong'),
    run: (values) => parsed(values),
  };
}

/** The name under which the n-th fact stands in CEL, which has no hyphens in names. */
export function variable(index: number): string {
  return `f${index}`;
}

import type { Document } from 'bson';

/** What an expression may read: the document, and the variables of the `$map` and `$filter` around it. */
export interface Scope {
  root: Document;
  variables?: ReadonlyMap<string, unknown>;
}

/** An expression ready to run. Undefined means that the document has no such value. */
export type Evaluate = (scope: Scope) => unknown;

/** Makes the part of an expression that stands inside another; `variables` are those it may name. */
export type CompileInner = (expression: unknown, variables?: readonly string[]) => Evaluate;

/** Makes one operator from its operand. */
export type OperatorMaker = (operand: unknown, compile: CompileInner, name: string) => Evaluate;

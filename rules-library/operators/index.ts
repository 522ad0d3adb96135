// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { OperatorDefinition } from '../define/operator.ts';

export const operators: readonly OperatorDefinition[] = [];

// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { CalculationDefinition } from './calculation.ts';
import { difference } from './difference.calculation.ts';
import { lineCondition } from './line-condition.calculation.ts';

export const definitions: readonly CalculationDefinition[] = [difference, lineCondition];

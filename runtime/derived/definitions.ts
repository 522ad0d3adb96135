// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { CalculationDefinition } from './calculation.ts';
import { condition } from './condition.calculation.ts';
import { daysSinceFestival } from './days-since-festival.calculation.ts';
import { decisionTable } from './decision-table.calculation.ts';
import { difference } from './difference.calculation.ts';
import { expression } from './expression.calculation.ts';
import { lineCondition } from './line-condition.calculation.ts';
import { lookup } from './lookup.calculation.ts';
import { score } from './score.calculation.ts';
import { tableOutput } from './table-output.calculation.ts';

export const definitions: readonly CalculationDefinition[] = [
  condition,
  daysSinceFestival,
  decisionTable,
  difference,
  expression,
  lineCondition,
  lookup,
  score,
  tableOutput,
];

import { performance } from 'node:perf_hooks';
import type { JsonRule } from '../../../rules-library/schema/rule.ts';
import { BudgetError, compileRules, RuleError, type RuleProgram } from '../../../runtime/index.ts';
import { hostileKinds, hostileTree } from '../../runtime/support/hostile-trees.ts';

export interface HostileResult {
  kind: string;
  trees: number;
  refused: number;
  overBudget: number;
  /** The longest evaluation, ms: the least of three tries, as others are at work too. */
  worstMs: number;
}

const ruleOf = (conditions: unknown, id = 'r'): JsonRule => ({
  id,
  conditions: conditions as JsonRule['conditions'],
  event: { type: 'x' },
});

/** Evaluates hostile trees of every kind, and crowds that carry the worst of each, and times every evaluation. */
export function measureHostile(ofEach: number): HostileResult[] {
  return [...hostileKinds.map((kind) => measureKind(kind, ofEach)), measureCrowd()];
}

function measureKind(kind: (typeof hostileKinds)[number], trees: number): HostileResult {
  const result = { kind, trees, refused: 0, overBudget: 0, worstMs: 0 };
  for (let seed = 1; seed <= trees; seed++) {
    const { conditions, facts } = hostileTree(kind, seed);
    try {
      measure(compileRules([ruleOf(conditions)]), facts, result);
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      result.refused += 1;
    }
  }
  return result;
}

/** 3,000 rules each of which looks through lists and long texts in its own way. */
function measureCrowd(): HostileResult {
  const list = Array.from({ length: 200 }, (_, at) => at);
  const rules = Array.from({ length: 3000 }, (_, at) =>
    ruleOf(
      {
        any: [
          { fact: 'list', operator: 'someFact:someValue:equal', value: list.map((one) => -one - at - 1) },
          { fact: 'text', operator: 'matches', value: `(x+x+)+y${at}` },
        ],
      },
      `r${at}`,
    ),
  );
  const result = { kind: 'a crowd of 3,000', trees: 1, refused: 0, overBudget: 0, worstMs: 0 };
  measure(compileRules(rules), { list, text: 'x'.repeat(9000) }, result);
  return result;
}

function measure(program: RuleProgram, facts: Record<string, unknown>, result: HostileResult): void {
  let least = Number.POSITIVE_INFINITY;
  let isOver = false;
  for (let attempt = 0; attempt < 3; attempt++) {
    const start = performance.now();
    try {
      program.evaluate(facts);
    } catch (error) {
      if (!(error instanceof BudgetError)) throw error;
      isOver = true;
    }
    least = Math.min(least, performance.now() - start);
    if (least < 5) break;
  }
  result.overBudget += Number(isOver);
  result.worstMs = Math.max(result.worstMs, least);
}

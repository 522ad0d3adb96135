import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { DerivedFact, Facts, JsonCondition } from '../../rules-library/schema/rule.ts';
import { compileRules } from '../program/compile-rules.ts';
import { meets, type Domain } from '../solve/domain.ts';
import { testsOf, type Formula, type Goal } from '../solve/formula.ts';
import { Literals } from '../solve/literal.ts';
import { isImpossible, solve, type Verdict } from '../solve/solve.ts';
import type { Table, TableRow } from '../solve/table.ts';
import { Variables, type Variable } from '../solve/variable.ts';
import { boxOf } from './analysed-rule.ts';
import { wishesOf } from './analysis.ts';

/** Most steps on one question about a table. */
const budget = 4_000_000;

interface JudgeOptions {
  vocabulary: Vocabulary;
  derived: readonly DerivedFact[];
  /** Those the evaluator can calculate. */
  calculated: readonly DerivedFact[];
}

/** The rows of a table as rules: which can be met, and by which facts, as the evaluator says. */
export class TableJudge {
  readonly literals: Literals;
  /** Facts its cells look at. */
  readonly inputs: ReadonlySet<string>;
  private readonly boxes: ReadonlyMap<TableRow, ReadonlyMap<Variable, Domain> | null>;
  private readonly rowsMetBy: (facts: Facts) => ReadonlySet<string>;

  constructor({ rows }: Table, { vocabulary, derived, calculated }: JudgeOptions) {
    // Holes that only choices nobody has defined would fall into are not worth telling.
    const variables = new Variables({ facts: vocabulary.facts, choices: 'listed' });
    this.literals = new Literals({ variables, derived });
    const tests = rows.flatMap(({ yes, no }) => [...testsOf(yes), ...testsOf(no)]);
    for (const one of tests) this.literals.of(one);
    this.inputs = new Set(tests.map(({ fact }) => fact));
    this.boxes = new Map(rows.map((row) => [row, boxOf(row.yes, this.literals)]));
    const program = compileRules(rows.map(ruleOf), { derived: calculated });
    this.rowsMetBy = (facts) => new Set(program.evaluate(facts).events.map(({ ruleId }) => ruleId));
  }

  /** Facts on which all these rows fit. */
  metTogether(rows: readonly TableRow[]): Verdict {
    const goals = rows.map(({ yes }) => want(yes));
    return this.solve(goals, (met) => rows.every(({ id }) => met.has(id)));
  }

  /** Facts on which surely no row fits. */
  metByNone(rows: readonly TableRow[]): Verdict {
    return this.solve(
      rows.map(({ no }) => want(no)),
      (met) => met.size === 0,
    );
  }

  /** Whether a row never fits where these others surely do not. */
  isIdle(row: TableRow, others: readonly TableRow[]): boolean {
    return isImpossible([want(row.yes), ...others.map(({ no }) => want(no))], this.literals, budget);
  }

  /** Whether no single fact keeps two rows apart. */
  mayMeet(one: TableRow, other: TableRow): boolean {
    const [first, second] = [this.boxes.get(one), this.boxes.get(other)];
    if (!first || !second) return false;
    return [...first].every(([variable, domain]) => {
      const same = second.get(variable);
      return same === undefined || meets(domain, same);
    });
  }

  private solve(goals: readonly Goal[], accept: (met: ReadonlySet<string>) => boolean): Verdict {
    return solve(goals, this.literals, {
      budget,
      wishes: wishesOf,
      accept: (facts) => accept(this.rowsMetBy(facts)),
    });
  }
}

export function want(formula: Formula): Goal {
  return { formula, wanted: true };
}

/** The rule both engines judge a row by. */
function ruleOf({ id, yes }: TableRow): Parameters<typeof compileRules>[0][number] {
  return { id, conditions: { all: [conditionOf(yes)] }, event: { type: 'row' } };
}

function conditionOf(formula: Formula): JsonCondition {
  switch (formula.kind) {
    case 'test':
      return formula.source;
    case 'not':
      return { not: conditionOf(formula.part) };
    case 'all':
      return { all: formula.parts.map(conditionOf) };
    case 'any':
      return { any: formula.parts.map(conditionOf) };
  }
}

import type { DerivedFact, Facts, JsonCondition } from '../../rules-library/schema/rule.ts';
import { compileRules, type RuleProgram } from '../../runtime/index.ts';

interface Where {
  /** True or false where the compiler could tell already. */
  conditions: JsonCondition | boolean;
  derived: DerivedFact[];
}

const mostKept = 50;
const programs = new Map<string, RuleProgram | boolean>();

/** Whether an item with these facts surely meets a run's conditions; one with missing data does not. */
export function meets(where: string | null, facts: Facts): boolean {
  if (where === null) return true;
  let program = programs.get(where);
  if (program === undefined) {
    const { conditions, derived } = JSON.parse(where) as Where;
    program =
      typeof conditions === 'boolean'
        ? conditions
        : compileRules([{ id: 'where', conditions: { all: [conditions] }, event: { type: 'where' } }], {
            derived,
          });
    if (programs.size >= mostKept) programs.clear();
    programs.set(where, program);
  }
  return typeof program === 'boolean' ? program : program.evaluate(facts).events.length > 0;
}

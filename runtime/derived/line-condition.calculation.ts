import type { Condition } from '../../rules-library/schema/condition.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import type { DerivedFact, Facts } from '../../rules-library/schema/rule.ts';
import { allOf, anyOf, notOf, type Tri } from '../three-valued.ts';
import { defineCalculation, type Calculate } from './calculation.ts';
import { compareTotal } from './possible-totals.ts';
import { readyCondition } from './ready-condition.ts';

interface Settings {
  quantifier: 'any' | 'every' | 'none' | 'count' | 'sum';
  of?: string;
  operator?: string;
  value?: number;
  conditions: Condition;
  /** What the conditions need of each line, calculated with it. */
  derived?: readonly DerivedFact[];
  output: 'result' | 'matched';
}

interface JudgedLine {
  id: string;
  line: Facts;
  meets: Tri;
}

/**
 * Lines that meet a condition, in three values: an undecided line makes the result unknown only if it could change it.
 * `output: 'matched'` gives the ids of the lines that surely meet it.
 */
export const lineCondition = defineCalculation({
  name: 'line-condition',
  read: (drawn, scope) => {
    const { conditions, of } = drawn.with as unknown as Settings;
    if (of !== undefined) scope.fact(of, 'of');
    const { condition, ofLines } = scope.condition(conditions, 'lines');
    const own = new Set(ofLines.map(({ id }) => id));
    const reads = [...drawn.reads, ...factsOf(condition), ...ofLines.flatMap((other) => other.reads)];
    return {
      ...drawn,
      with: {
        ...drawn.with,
        conditions: condition,
        ...(ofLines.length === 0 ? {} : { derived: ofLines }),
      },
      reads: [...new Set(reads.filter((fact) => !own.has(fact)))].sort(),
    };
  },
  calculate: ({ with: given }, facts, calculate) => {
    const settings = given as unknown as Settings;
    if (!Object.hasOwn(facts, 'lines') || !Array.isArray(facts.lines)) return undefined;
    const judged = facts.lines.map((line: unknown, index) =>
      judgeLine(settings, facts, line, index, calculate),
    );
    if (settings.output === 'matched')
      return judged.filter(({ meets }) => meets === true).map(({ id }) => id);
    return resultOf(settings, judged);
  },
});

function judgeLine(
  { conditions, derived }: Settings,
  facts: Facts,
  given: unknown,
  index: number,
  calculate: Calculate,
): JudgedLine {
  const line = ofLine(given);
  const scope: Record<string, unknown> = { ...facts, ...line };
  for (const definition of derived ?? []) {
    const value = calculate(definition, scope);
    if (value !== undefined) scope[definition.id] = value;
  }
  const id = line['line.lineId'];
  return {
    id: typeof id === 'string' ? id : String(index + 1),
    line,
    meets: readyCondition(conditions)(scope),
  };
}

/** Only what belongs to the line: it never speaks for the order. */
function ofLine(given: unknown): Facts {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).filter(([fact]) => fact.startsWith('line.')));
}

function resultOf({ quantifier, of, operator, value }: Settings, judged: readonly JudgedLine[]): Tri {
  const verdicts = judged.map(({ meets }) => meets);
  switch (quantifier) {
    case 'any':
      return anyOf(verdicts);
    case 'every':
      return allOf(verdicts);
    case 'none':
      return notOf(anyOf(verdicts));
    case 'count':
      return compareTotal(
        judged.map(({ meets }) => ({ counts: meets, units: 1 })),
        operator,
        value,
      );
    case 'sum':
      return compareTotal(
        judged.map(({ line, meets }) => ({ counts: meets, units: unitsOf(line, of) })),
        operator,
        value,
      );
  }
}

function unitsOf(line: Facts, of: string | undefined): number | undefined {
  const units = of !== undefined && Object.hasOwn(line, of) ? line[of] : undefined;
  return typeof units === 'number' && Number.isFinite(units) ? units : undefined;
}

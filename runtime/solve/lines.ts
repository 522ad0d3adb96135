import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact, Facts, JsonComparison } from '../../rules-library/schema/rule.ts';
import { sameValue } from '../effects/same-value.ts';
import { assignments, factsOf, type Assignment, type Wishes } from './assign.ts';
import { constraintOf } from './constraint.ts';
import { test, type Formula, type Goal } from './formula.ts';
import type { Literals } from './literal.ts';
import { search } from './search.ts';
import { State } from './state.ts';
import { surely } from './surely.ts';
import { valuesIn } from './values.ts';

interface Settings {
  quantifier: 'any' | 'every' | 'none' | 'count' | 'sum';
  of?: string;
  operator?: string;
  value?: number;
  conditions: Condition;
}

/** Lines that have to be there; `others`: what all other lines should be, so as not to count too. */
interface WantedLines {
  goals: Goal[];
  times: number;
  others?: Goal;
}

/** What all lines have to be, and which have to be among them. */
interface Wanted {
  each: Goal[];
  some: WantedLines[];
}

const budget = 10_000;
/** Most solutions that are compared. */
const mostWays = 8;
/** Most lines an order may have. */
const mostLines = 500;

/** Where lines that have to be there are put: added, or one of those there are made so. */
export type LinePlace = 'add' | number;

/**
 * Makes the order lines such that line conditions come out as picked: each is brought to what all have to be, one is made or added
 * for each that has to be there, as near to what it is as a few solutions show. Where it finds none, it leaves the lines
 * alone; the evaluator then says so.
 */
export function setLines(
  facts: Record<string, unknown>,
  assignment: Assignment,
  literals: Literals,
  wishes: Wishes,
  place: LinePlace = 'add',
): void {
  const wanted: Wanted = { each: [], some: [] };
  const picked = [...assignment].filter(
    ([{ derived }, value]) => derived?.calculate === 'line-condition' && typeof value === 'boolean',
  );
  if (picked.length === 0) return;
  for (const [{ derived }, value] of picked) want(wanted, derived!, value as boolean);
  const lineFor = (goals: readonly Goal[], line: Facts): Facts | undefined =>
    nearestLine(goals, line, { order: facts, literals, wishes });
  const before = (Array.isArray(facts.lines) ? facts.lines : []) as Facts[];
  const made = before.map((line, index) => {
    const more = index === place ? wanted.some.flatMap(({ goals }) => goals) : [];
    return lineFor([...wanted.each, ...more], line) ?? line;
  });
  const added = place === 'add' ? addedLines(wanted, lineFor) : [];
  facts.lines = [...made, ...added].slice(0, mostLines);
}

function addedLines(
  { each, some }: Wanted,
  lineFor: (goals: readonly Goal[], line: Facts) => Facts | undefined,
): Facts[] {
  return some.flatMap((one) => {
    const { goals, times } = one;
    const apart = some.flatMap((other) => (other === one ? [] : (other.others ?? [])));
    const line = lineFor([...each, ...goals, ...apart], {}) ?? lineFor([...each, ...goals], {});
    return line === undefined ? [] : Array.from({ length: times }, () => line);
  });
}

function want({ each, some }: Wanted, { with: given }: DerivedFact, value: boolean): void {
  const { quantifier, of, operator, value: bound, conditions } = given as unknown as Settings;
  const yes: Goal = { formula: surely('yes', conditions), wanted: true };
  const no: Goal = { formula: surely('no', conditions), wanted: true };
  if (quantifier === 'every') {
    if (value) each.push(yes);
    else some.push({ goals: [no], times: 1 });
    return;
  }
  if (quantifier === 'any' || quantifier === 'none') {
    if ((quantifier === 'any') === value) some.push({ goals: [yes], times: 1 });
    else each.push(no);
    return;
  }
  const total = totalFor(operator ?? '', bound ?? 0, value);
  if (total === undefined) return;
  if (quantifier === 'count') some.push({ goals: [yes], times: Math.min(total, mostLines), others: no });
  else {
    const units = test({ fact: of ?? '', operator: 'equal', value: total });
    some.push({ goals: [yes, { formula: units, wanted: true }], times: 1, others: no });
  }
}

/** A whole total that compares as wanted, none if there can be none. */
function totalFor(operator: string, bound: number, wanted: boolean): number | undefined {
  const { holds, fails } = constraintOf({ operator, value: bound });
  return (wanted ? holds : fails)
    .flatMap((domain) => valuesIn({ ...domain, missing: false }, [0]))
    .find((value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0);
}

interface Surroundings {
  /** Facts of the order. */
  order: Facts;
  literals: Literals;
  wishes: Wishes;
}

/** The line with as few facts changed as some solutions need, so that it meets these goals beside the facts of the order. */
function nearestLine(
  goals: readonly Goal[],
  line: Facts,
  { order, literals, wishes }: Surroundings,
): Facts | undefined {
  if (goals.length === 0) return line;
  // A list is not held to what it is: the evaluator tells whether the line fits it.
  const fixed = [...new Set(goals.flatMap(({ formula }) => orderFactsOf(formula)))]
    .filter((fact) => typeof order[fact] !== 'object')
    .map((fact): Goal => ({ formula: test(standsFor(fact, order[fact])), wanted: true }));
  const state = new State();
  const ways = search([...fixed, ...goals], literals, state, { budget });
  const wished: Wishes = (variable) => [line[variable.fact], ...wishes(variable)];
  let best: { line: Facts; changed: number } | undefined;
  for (let tried = 0; tried < mostWays && ways.next().done !== true; tried++) {
    for (const assignment of assignments(state, wished)) {
      const own = new Map([...assignment].filter(([{ fact }]) => fact.startsWith('line.')));
      const made = factsOf(own, line);
      const changed = [...own].filter(([{ fact }, value]) => !sameValue(line[fact], value)).length;
      if (best === undefined || changed < best.changed) best = { line: made, changed };
    }
  }
  return best?.line;
}

function orderFactsOf(formula: Formula): string[] {
  if (formula.kind === 'not') return orderFactsOf(formula.part);
  if (formula.kind !== 'test') return formula.parts.flatMap(orderFactsOf);
  return formula.source.fact.startsWith('line.') ? [] : [formula.source.fact];
}

function standsFor(fact: string, value: unknown): JsonComparison {
  if (value === undefined) return { fact, operator: 'isMissing', value: true };
  return { fact, operator: 'equal', value: value as JsonComparison['value'] };
}

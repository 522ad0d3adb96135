import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact, JsonComparison } from '../../rules-library/schema/rule.ts';
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
/** Most lines an order may have. */
const mostLines = 500;

/**
 * Adds order lines for which line conditions come out as picked: the simplest that do, one line for each that has to be there.
 * Where it finds none, it leaves the lines alone; the evaluator then says so.
 */
export function setLines(
  facts: Record<string, unknown>,
  assignment: Assignment,
  literals: Literals,
  wishes: Wishes,
): void {
  const wanted: Wanted = { each: [], some: [] };
  let any = false;
  for (const [{ derived }, value] of assignment) {
    if (derived?.calculate !== 'line-condition' || typeof value !== 'boolean') continue;
    any = true;
    want(wanted, derived, value);
  }
  if (!any) return;
  const lines = wanted.some.flatMap((one) => {
    const { goals, times } = one;
    const apart = wanted.some.flatMap((other) => (other === one ? [] : (other.others ?? [])));
    const line =
      lineFor([...wanted.each, ...goals, ...apart], facts, literals, wishes) ??
      lineFor([...wanted.each, ...goals], facts, literals, wishes);
    return line === undefined ? [] : Array.from({ length: times }, () => line);
  });
  const before = Array.isArray(facts.lines) ? (facts.lines as unknown[]) : [];
  facts.lines = [...before, ...lines].slice(0, mostLines);
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

/** One line that meets these goals beside the facts of the order. */
function lineFor(
  goals: readonly Goal[],
  order: Readonly<Record<string, unknown>>,
  literals: Literals,
  wishes: Wishes,
): Record<string, unknown> | undefined {
  // A list is not held to what it is: the evaluator tells whether the line fits it.
  const fixed = [...new Set(goals.flatMap(({ formula }) => orderFactsOf(formula)))]
    .filter((fact) => typeof order[fact] !== 'object')
    .map((fact): Goal => ({ formula: test(standsFor(fact, order[fact])), wanted: true }));
  const state = new State();
  const ways = search([...fixed, ...goals], literals, state, { budget });
  if (ways.next().done === true) return undefined;
  for (const assignment of assignments(state, wishes)) {
    const facts = factsOf(assignment, {});
    return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact.startsWith('line.')));
  }
  return undefined;
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

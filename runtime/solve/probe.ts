import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Assignment } from './assign.ts';
import { isOpaque, type Variable, type Variables } from './variable.ts';

/** Numbers of all sizes: what a calculation makes of one of them may be what is looked for. */
const numbers = [0, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];

/**
 * Facts as they are; where a calculation takes part that nothing is known of, also with values for what it reads: samples,
 * choices, numbers of all sizes. One in hundreds is enough, as the evaluator judges them all.
 */
export function* probed(facts: Facts, assignment: Assignment, variables: Variables): Generator<Facts> {
  yield facts;
  const reads = new Set(
    [...assignment.keys()].flatMap((variable) => (isOpaque(variable) ? variable.derived!.reads : [])),
  );
  const open = [...reads].filter((fact) => !Object.hasOwn(facts, fact)).map((fact) => variables.of(fact));
  if (open.length === 0) return;
  const values = open.map(valuesOf);
  const turns = Math.max(...values.map(({ length }) => length));
  // All together first, then each by itself beside the first value of the others.
  for (let turn = 0; turn < turns; turn++) {
    yield withValues(facts, open, (index) => values[index]![turn % values[index]!.length]);
  }
  for (const [moving, own] of values.entries()) {
    for (const value of own)
      yield withValues(facts, open, (index) => (index === moving ? value : values[index]![0]));
  }
}

function valuesOf({ definition }: Variable): unknown[] {
  const known = [...(definition?.samples ?? []), ...(definition?.choices ?? []).map(({ value }) => value)];
  switch (definition?.type) {
    case 'yes-no':
      return [true, false];
    case 'text':
    case 'choice':
    case 'list':
    case 'time':
      return known.length === 0 ? [undefined] : known;
    default:
      return [...known, ...numbers];
  }
}

function withValues(facts: Facts, open: readonly Variable[], valueOf: (index: number) => unknown): Facts {
  return { ...facts, ...Object.fromEntries(open.map(({ fact }, index) => [fact, valueOf(index)])) };
}

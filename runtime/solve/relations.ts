import type { JsonComparison } from '../../rules-library/schema/rule.ts';
import { constraintOf } from './constraint.ts';
import { only, type Domain } from './domain.ts';
import { above, allNumbers, below, type Numbers } from './intervals.ts';
import type { State, StatedRelation } from './state.ts';
import { allTexts } from './text-set.ts';

/** How two numbers may lie to each other under a comparison: 1 less, 2 equal, 4 greater. */
const outcomes: Readonly<Record<string, number>> = {
  lessThan: 1,
  before: 1,
  lessThanInclusive: 3,
  equal: 2,
  greaterThanInclusive: 6,
  greaterThan: 4,
  after: 4,
  notEqual: 5,
};
const everyOutcome = 7;
const mostRounds = 8;

function outcomesOf({ relation, wanted }: StatedRelation): number {
  const holding = outcomes[relation.operator];
  if (holding === undefined) return everyOutcome;
  return wanted ? holding : everyOutcome - holding;
}

/**
 * Whether comparisons of facts with each other can hold together, as far as bounds and pairs tell: between numbers that are
 * there, each narrows the other. Three facts in a circle are not seen; what is left over is tried out.
 */
export function relationsAgree(state: State): boolean {
  const numeric = state.relations.filter(({ relation: { left, right } }) =>
    [left, right].every((side) => isNumeric(state.domainOf(side))),
  );
  if (!pairsAgree(numeric)) return false;
  for (let round = 0; round < mostRounds; round++) {
    const before = state.mark();
    for (const stated of numeric) if (!boundsAgree(stated, state)) return false;
    if (state.mark() === before) break;
  }
  return true;
}

function isNumeric({ missing, texts, isTrue, isFalse, lists }: Domain): boolean {
  return (
    !missing && texts.kind === 'some' && texts.values.size === 0 && !isTrue && !isFalse && lists === null
  );
}

function pairsAgree(stated: readonly StatedRelation[]): boolean {
  const pairs = new Map<string, number>();
  for (const one of stated) {
    const { left, right } = one.relation;
    const turned = left.id > right.id;
    const key = turned ? `${right.id} ${left.id}` : `${left.id} ${right.id}`;
    const outcome = outcomesOf(one);
    const seen = turned ? (outcome & 2) | ((outcome & 1) << 2) | ((outcome & 4) >> 2) : outcome;
    const within = left === right ? seen & 2 : seen;
    pairs.set(key, (pairs.get(key) ?? everyOutcome) & within);
  }
  return ![...pairs.values()].includes(0);
}

function boundsAgree(stated: StatedRelation, state: State): boolean {
  const { left, right } = stated.relation;
  const outcome = outcomesOf(stated);
  return (
    narrowSide(state, left, within(outcome, state.domainOf(right).numbers)) &&
    narrowSide(state, right, within(turn(outcome), state.domainOf(left).numbers))
  );
}

function turn(outcome: number): number {
  return (outcome & 2) | ((outcome & 1) << 2) | ((outcome & 4) >> 2);
}

/** Numbers that may lie so to one of the others. */
function within(outcome: number, others: Numbers): Numbers {
  const first = others[0]!;
  const last = others.at(-1)!;
  if (outcome === 1) return below(last.high, false);
  if (outcome === 3) return below(last.high, !last.highOpen);
  if (outcome === 4) return above(first.low, false);
  if (outcome === 6) return above(first.low, !first.lowOpen);
  return outcome === 2 ? others : allNumbers;
}

function narrowSide(state: State, side: StatedRelation['relation']['left'], numbers: Numbers): boolean {
  const before = JSON.stringify(state.domainOf(side).numbers);
  const mark = state.mark();
  if (!state.narrow(side, only({ numbers }))) return false;
  if (JSON.stringify(state.domainOf(side).numbers) === before) state.undo(mark);
  return true;
}

const mirrored: Readonly<Record<string, string>> = {
  lessThan: 'greaterThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThan: 'lessThan',
  greaterThanInclusive: 'lessThanInclusive',
  before: 'after',
  after: 'before',
  equal: 'equal',
  notEqual: 'notEqual',
};

/** Values of the left side once the right one is settled. */
export function leftFor({ relation, wanted }: StatedRelation, right: unknown): readonly Domain[] {
  if (right === undefined) return [];
  const { holds, fails } = constraintOf({
    operator: relation.operator,
    value: right as JsonComparison['value'],
  });
  return wanted ? holds : fails;
}

/** Values of the right side once the left one is settled. */
export function rightFor({ relation, wanted }: StatedRelation, left: unknown): readonly Domain[] {
  const { operator } = relation;
  if (left === undefined) return [];
  const plain = (name: string): readonly Domain[] => {
    const constraint = constraintOf({ operator: name, value: left as JsonComparison['value'] });
    return wanted ? constraint.holds : constraint.fails;
  };
  if (operator === 'in') return wanted ? plain('contains') : [only({ lists: { must: [], mustNot: [left] } })];
  if (operator === 'notIn') return plain('doesNotContain');
  if (operator === 'containsAny' && Array.isArray(left)) return overlapping(left, wanted);
  if (operator === 'containsNone' && Array.isArray(left)) return overlapping(left, !wanted);
  if (operator === 'contains' && Array.isArray(left)) {
    const texts = left.filter((one): one is string => typeof one === 'string');
    return wanted
      ? [only({ texts: { kind: 'some', values: new Set(texts) } })]
      : [only({ texts: { ...allTexts, values: new Set(texts) } })];
  }
  const other = mirrored[operator];
  return other === undefined ? [] : plain(other);
}

function overlapping(left: readonly unknown[], shared: boolean): readonly Domain[] {
  if (!shared) return [only({ lists: { must: [], mustNot: [...left] } })];
  return left.slice(0, 1).map((entry) => only({ lists: { must: [entry], mustNot: [] } }));
}

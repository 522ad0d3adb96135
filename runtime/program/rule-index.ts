import { conjunctsOf } from './condition-tree.ts';
import type { CompiledRule } from './compiled-rule.ts';
import { readFact, type Predicate } from './predicates.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';

/** A comparison a rule cannot match without: this fact has one of these values. */
interface Anchor {
  place: string;
  left: Predicate['left'];
  values: readonly unknown[];
}

/** Rules under the values one fact (or path into it) has to have. */
interface Shelf {
  left: Predicate['left'];
  rules: Map<unknown, number[]>;
}

const mostValues = 200;

/**
 * Finds the rules that can match at all: each rule stands under its most selective equality, so that rules of other
 * events, stages or values cost nothing. Rules without one stand in every answer.
 */
export class RuleIndex {
  private readonly shelves: Shelf[];
  private readonly rest: number[] = [];

  constructor(rules: readonly CompiledRule[]) {
    const anchors = rules.map(anchorsOf);
    const load = new Map<string, Map<unknown, number>>();
    for (const { place, values } of anchors.flat()) {
      const counts = load.get(place) ?? new Map<unknown, number>();
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      load.set(place, counts);
    }
    const weight = ({ place, values }: Anchor): number =>
      values.reduce<number>((most, value) => Math.max(most, load.get(place)!.get(value)!), 0);
    const shelves = new Map<string, Shelf>();
    anchors.forEach((own, index) => {
      if (own.length === 0) {
        this.rest.push(index);
        return;
      }
      const best = own.reduce((one, other) => (weight(other) < weight(one) ? other : one));
      const shelf = shelves.get(best.place) ?? { left: best.left, rules: new Map<unknown, number[]>() };
      shelves.set(best.place, shelf);
      for (const value of best.values) {
        const list = shelf.rules.get(value);
        if (list === undefined) shelf.rules.set(value, [index]);
        else list.push(index);
      }
    });
    this.shelves = [...shelves.values()];
  }

  /** Indexes of the rules that can match on these facts, ascending. */
  candidates(facts: Facts): number[] {
    const found = [...this.rest];
    for (const { left, rules } of this.shelves) {
      const list = rules.get(readFact(facts, left.fact, left.path));
      if (list !== undefined) for (const index of list) found.push(index);
    }
    return found.sort((one, other) => one - other);
  }
}

function anchorsOf({ tree }: CompiledRule): Anchor[] {
  return conjunctsOf(tree).flatMap((part) => {
    if (part.kind !== 'test') return [];
    const { left, right, operator } = part.predicate;
    const values = 'constant' in right ? valuesOf(operator, right.constant) : undefined;
    if (values === undefined) return [];
    return [{ place: JSON.stringify([left.fact, left.path ?? null]), left, values }];
  });
}

/** Values one of which the fact has to have; undefined when the comparison does not say. */
function valuesOf(operator: string, constant: unknown): readonly unknown[] | undefined {
  if (operator === 'equal') return isPlain(constant) ? [constant] : undefined;
  if (operator !== 'in' || !Array.isArray(constant) || constant.length > mostValues) return undefined;
  return constant.length > 0 && constant.every(isPlain) ? [...new Set(constant)] : undefined;
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

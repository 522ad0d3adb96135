import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { calculations } from '../derived/index.ts';
import { RuleError } from './rule-error.ts';

export interface OrderedDerived {
  /** Each after those it reads; without those that would have to be known before themselves. */
  ordered: DerivedFact[];
  /** The first derived fact that depends on itself, if any. */
  circular: string | undefined;
}

/** Derived facts in an order in which they can be calculated. */
export function orderDerived(derived: readonly DerivedFact[]): OrderedDerived {
  const byId = new Map(derived.map((definition) => [definition.id, definition]));
  const state = new Map<string, 'open' | 'done'>();
  const found: OrderedDerived = { ordered: [], circular: undefined };
  for (const start of byId.values()) {
    const stack: { definition: DerivedFact; next: number }[] = [{ definition: start, next: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const { id, reads } = top.definition;
      if (top.next === 0 && state.has(id)) {
        if (state.get(id) === 'open') found.circular ??= id;
        stack.pop();
        continue;
      }
      state.set(id, 'open');
      const read = byId.get(reads[top.next] ?? '');
      top.next += 1;
      if (read !== undefined) stack.push({ definition: read, next: 0 });
      else if (top.next > reads.length) {
        state.set(id, 'done');
        found.ordered.push(top.definition);
        stack.pop();
      }
    }
  }
  return found;
}

/** Derived facts ready to be calculated; throws a `RuleError` for a circle or a calculation there is not. */
export function readDerived(derived: readonly DerivedFact[]): DerivedFact[] {
  const unknown = derived.find(({ calculate }) => !calculations.has(calculate));
  if (unknown !== undefined) {
    throw new RuleError(unknown.id, {
      zh: `没有「${unknown.calculate}」这种计算`,
      en: `there is no calculation "${unknown.calculate}"`,
    });
  }
  const { ordered, circular } = orderDerived(derived);
  if (circular !== undefined) {
    throw new RuleError(circular, { zh: '计算结果互相引用', en: 'results refer to each other' });
  }
  return ordered;
}

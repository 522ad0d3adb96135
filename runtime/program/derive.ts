import type { DerivedFact, Facts } from '../../rules-library/schema/rule.ts';
import { calculations } from '../derived/index.ts';
import { RuleError } from './rule-error.ts';

/** Derived facts in an order in which each stands after those it reads. */
export function orderDerived(derived: readonly DerivedFact[]): DerivedFact[] {
  const byId = new Map(derived.map((definition) => [definition.id, definition]));
  const ordered: DerivedFact[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (definition: DerivedFact): void => {
    if (state.get(definition.id) === 'done') return;
    if (state.get(definition.id) === 'open') {
      throw new RuleError(definition.id, { zh: '计算结果互相引用', en: 'results refer to each other' });
    }
    if (!calculations.has(definition.calculate)) {
      throw new RuleError(definition.id, {
        zh: `没有「${definition.calculate}」这种计算`,
        en: `there is no calculation "${definition.calculate}"`,
      });
    }
    state.set(definition.id, 'open');
    for (const fact of definition.reads) {
      const read = byId.get(fact);
      if (read !== undefined) visit(read);
    }
    state.set(definition.id, 'done');
    ordered.push(definition);
  };
  for (const definition of derived) visit(definition);
  return ordered;
}

/** The facts with derived ones added; those given already are kept, those that cannot be known stay absent. */
export function addDerived(ordered: readonly DerivedFact[], facts: Facts): Facts {
  if (ordered.length === 0) return facts;
  const prepared: Record<string, unknown> = { ...facts };
  for (const definition of ordered) {
    if (Object.hasOwn(prepared, definition.id)) continue;
    const value = calculations.get(definition.calculate)!(definition, prepared);
    if (value !== undefined) prepared[definition.id] = value;
  }
  return prepared;
}

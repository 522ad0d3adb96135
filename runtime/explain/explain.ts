import type { Facts, JsonOperand } from '../../rules-library/schema/rule.ts';
import type { Tree } from '../program/condition-tree.ts';
import type { CompiledRule } from '../program/compiled-rule.ts';
import { isGuard } from '../program/guards.ts';
import { factsOfPredicate, readFact, rightOf, test, type Predicate } from '../program/predicates.ts';
import { allOf, anyOf, notOf, type Tri } from '../three-valued.ts';

export interface ExplainedCondition {
  /** `NODE/CONDITION` of the drawing, where the rule comes from one. */
  name: string | null;
  fact: string;
  path: string | null;
  operator: string;
  /** As drawn: a constant or a fact. */
  value: JsonOperand;
  /** The right side on these facts; undefined when it is missing. */
  needed: unknown;
  actual: unknown;
  /** Whether the comparison itself holds. */
  state: 'true' | 'false' | 'unknown' | 'not-reached';
  /** The rule needs it not to hold. */
  negated: boolean;
}

/** One comparison that would have to come out otherwise. */
export interface Change {
  name: string | null;
  fact: string;
  operator: string;
  value: JsonOperand;
  needed: unknown;
  actual: unknown;
  /** What it has to become. */
  to: 'hold' | 'not-hold';
}

export interface ExplainedRule {
  rule: string;
  state: 'matched' | 'not' | 'unknown' | 'not-reached';
  conditions: ExplainedCondition[];
  /** For a rule that did not match: the fewest comparisons whose change makes it match; null where none would. */
  flip: Change[] | null;
}

export interface Explanation {
  rules: ExplainedRule[];
}

/** Says of every rule whether and why it matched. Meant for reading one decision, not for the hot path. */
export function explainRules(rules: readonly CompiledRule[], facts: Facts): Explanation {
  return { rules: rules.map((rule) => explainRule(rule, facts)) };
}

function explainRule(rule: CompiledRule, facts: Facts): ExplainedRule {
  const reached = rule.guards.every((guard) => test(guard, facts));
  const verdict = triOf(rule.tree, facts);
  const state = !reached ? 'not-reached' : verdict === undefined ? 'unknown' : verdict ? 'matched' : 'not';
  const conditions: ExplainedCondition[] = [];
  collect(rule.tree, facts, false, reached, conditions);
  const flip = reached && state === 'not' ? changesFor(rule.tree, true, facts) : null;
  return { rule: rule.id, state, conditions, flip: flip === null ? null : distinct(flip) };
}

function isPresence({ source }: Predicate): boolean {
  return source.operator === 'isPresent' || source.operator === 'isMissing';
}

/** A comparison in three values: unknown where a fact it needs is absent. Presence guards of the compiler are unknown then too. */
function triOfPredicate(predicate: Predicate, facts: Facts): Tri {
  if (isGuard(predicate.source)) return test(predicate, facts);
  if (isPresence(predicate)) {
    if (predicate.source.name === undefined && predicate.source.operator === 'isPresent') {
      return test(predicate, facts) ? true : undefined;
    }
    return test(predicate, facts);
  }
  const missing = factsOfPredicate(predicate).some(
    (fact) => !Object.hasOwn(facts, fact) || facts[fact] === undefined,
  );
  return missing ? undefined : test(predicate, facts);
}

function triOf(tree: Tree, facts: Facts): Tri {
  switch (tree.kind) {
    case 'test':
      return triOfPredicate(tree.predicate, facts);
    case 'all':
      return allOf(tree.parts.map((part) => triOf(part, facts)));
    case 'any':
      return tree.parts.length === 0 ? true : anyOf(tree.parts.map((part) => triOf(part, facts)));
    case 'not':
      return notOf(triOf(tree.part, facts));
  }
}

/** The drawn comparisons, each once, without the compiler's guards. */
function collect(
  tree: Tree,
  facts: Facts,
  negated: boolean,
  reached: boolean,
  found: ExplainedCondition[],
): void {
  if (tree.kind === 'not') return collect(tree.part, facts, !negated, reached, found);
  if (tree.kind !== 'test')
    return tree.parts.forEach((part) => collect(part, facts, negated, reached, found));
  const { predicate } = tree;
  const { source } = predicate;
  if (isGuard(source) || (isPresence(predicate) && source.name === undefined)) return;
  const name = source.name ?? null;
  if (
    found.some(
      (other) =>
        other.name === name &&
        other.fact === source.fact &&
        other.operator === source.operator &&
        JSON.stringify(other.value) === JSON.stringify(source.value),
    )
  ) {
    return;
  }
  const tri = triOfPredicate(predicate, facts);
  found.push({
    name,
    fact: source.fact,
    path: source.path ?? null,
    operator: source.operator,
    value: source.value,
    needed: rightOf(predicate, facts),
    actual: readFact(facts, predicate.left.fact, predicate.left.path),
    state: !reached ? 'not-reached' : tri === undefined ? 'unknown' : tri ? 'true' : 'false',
    negated,
  });
}

/** Fewest comparisons to change so that the tree comes out as wanted: sum over what all need, the cheapest of what one may. */
function changesFor(tree: Tree, wanted: boolean, facts: Facts): Change[] | null {
  if (tree.kind === 'not') return changesFor(tree.part, !wanted, facts);
  if (tree.kind === 'test') {
    const { predicate } = tree;
    const { source } = predicate;
    if (test(predicate, facts) === wanted) return [];
    if (isGuard(source)) return null;
    return [
      {
        name: source.name ?? null,
        fact: source.fact,
        operator: source.operator,
        value: source.value,
        needed: rightOf(predicate, facts),
        actual: readFact(facts, predicate.left.fact, predicate.left.path),
        to: wanted ? 'hold' : 'not-hold',
      },
    ];
  }
  const parts = tree.parts.map((part) => changesFor(part, wanted, facts));
  if ((tree.kind === 'all') === wanted) {
    return parts.includes(null) ? null : (parts as Change[][]).flat();
  }
  const possible = parts.filter((part) => part !== null);
  return possible.length === 0
    ? null
    : possible.reduce((best, part) => (cost(part) < cost(best) ? part : best));
}

function cost(changes: readonly Change[]): number {
  return new Set(changes.map(({ fact }) => fact)).size;
}

/** A guard of presence and its comparison are one change to a reader. */
function distinct(changes: readonly Change[]): Change[] {
  const drawn = changes.filter(({ operator, name }) => !(operator === 'isPresent' && name === null));
  const seen = new Set<string>();
  return drawn.filter((change) => {
    const key = JSON.stringify([change.fact, change.operator, change.value, change.to]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

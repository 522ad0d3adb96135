import type { Facts, JsonComparison, JsonOperand } from '../../rules-library/schema/rule.ts';
import { guardPriority } from '../compile/when.ts';
import { baseOperator } from '../operators.ts';
import type { CompiledRule } from '../program/compiled-rule.ts';
import type { TestNode, Tree } from '../program/condition-tree.ts';
import { isGuard } from '../program/guards.ts';
import { factsOfPredicate, readFact, rightOf, test } from '../program/predicates.ts';
import { isAbsent } from '../program/unknown-facts.ts';
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
export function explainRules(
  rules: readonly CompiledRule[],
  matched: ReadonlySet<CompiledRule>,
  facts: Facts,
): Explanation {
  return { rules: rules.map((rule) => explainRule(rule, matched.has(rule), facts)) };
}

/** The same of rules known to have matched, at little cost: to be kept beside a decision. */
export function explainMatched(rules: readonly CompiledRule[], facts: Facts): Explanation {
  return {
    rules: rules.map(({ id, tree }) => ({
      rule: id,
      state: 'matched',
      conditions: conditionsOf(tree, facts, true),
      flip: null,
    })),
  };
}

function explainRule(rule: CompiledRule, matched: boolean, facts: Facts): ExplainedRule {
  const reached = rule.guards.every(({ predicate }) => test(predicate, facts));
  const verdict = new ThreeValued(facts).of(rule.tree);
  const missed = verdict === undefined ? 'unknown' : 'not';
  const state = !reached ? 'not-reached' : matched ? 'matched' : missed;
  return {
    rule: rule.id,
    state,
    conditions: conditionsOf(rule.tree, facts, reached),
    flip: reached && !matched ? changesOf(rule.tree, facts) : null,
  };
}

/** A rule's tree in three values: unknown where a fact it needs is absent, the compiler's presence guards included. */
class ThreeValued {
  private readonly known = new Map<number, Tri>();
  private readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  of(tree: Tree): Tri {
    if (this.known.has(tree.id)) return this.known.get(tree.id);
    const value = this.judge(tree);
    this.known.set(tree.id, value);
    return value;
  }

  private judge(tree: Tree): Tri {
    switch (tree.kind) {
      case 'test':
        return triOfTest(tree, this.facts);
      case 'all':
        return allOf(tree.parts.map((part) => this.of(part)));
      case 'any':
        return tree.parts.length === 0 ? true : anyOf(tree.parts.map((part) => this.of(part)));
      case 'not':
        return notOf(this.of(tree.part));
    }
  }
}

function triOfTest({ predicate, source }: TestNode, facts: Facts): Tri {
  const holds = test(predicate, facts);
  if (isGuard(predicate)) return holds;
  if (isPresenceGuard(source)) return holds ? true : undefined;
  const operator = baseOperator(predicate.operator);
  if (operator === 'isPresent' || operator === 'isMissing') return holds;
  return factsOfPredicate(predicate).some((fact) => isAbsent(facts, fact)) ? undefined : holds;
}

/** What the compiler puts before a comparison so that absent data is neither yes nor no. */
function isPresenceGuard({ operator, name, priority }: JsonComparison): boolean {
  return operator === 'isPresent' && name === undefined && priority === guardPriority;
}

interface DrawnTest {
  node: TestNode;
  negated: boolean;
}

const drawn = new WeakMap<Tree, readonly DrawnTest[]>();

/** The drawn comparisons of a tree, each once, without the compiler's guards; found once, as they depend on no facts. */
function drawnTestsOf(tree: Tree): readonly DrawnTest[] {
  const before = drawn.get(tree);
  if (before !== undefined) return before;
  const found = new Map<string, DrawnTest>();
  const seen = new Set<string>();
  const walk = (node: Tree, negated: boolean): void => {
    const visit = `${node.id} ${negated}`;
    if (seen.has(visit)) return;
    seen.add(visit);
    if (node.kind === 'not') return walk(node.part, !negated);
    if (node.kind !== 'test') return node.parts.forEach((part) => walk(part, negated));
    const { predicate, source } = node;
    if (isGuard(predicate) || isPresenceGuard(source)) return;
    const key = `${source.name ?? ''} ${predicate.index}`;
    if (!found.has(key)) found.set(key, { node, negated });
  };
  walk(tree, false);
  const tests = [...found.values()];
  drawn.set(tree, tests);
  return tests;
}

function conditionsOf(tree: Tree, facts: Facts, reached: boolean): ExplainedCondition[] {
  return drawnTestsOf(tree).map(({ node, negated }) => {
    const { predicate, source } = node;
    const tri = triOfTest(node, facts);
    return {
      name: source.name ?? null,
      fact: source.fact,
      path: source.path ?? null,
      operator: source.operator,
      value: source.value,
      needed: rightOf(predicate, facts),
      actual: readFact(facts, predicate.left.fact, predicate.left.path),
      state: !reached ? 'not-reached' : tri === undefined ? 'unknown' : tri ? 'true' : 'false',
      negated,
    };
  });
}

function comparisonOf({ predicate, source }: TestNode, facts: Facts): Omit<Change, 'to'> {
  return {
    name: source.name ?? null,
    fact: source.fact,
    operator: source.operator,
    value: source.value,
    needed: rightOf(predicate, facts),
    actual: readFact(facts, predicate.left.fact, predicate.left.path),
  };
}

/** Changes by what is compared and how it has to come out, so that the same one counts once. */
type Changes = ReadonlyMap<string, Change>;

/** The fewest comparisons to change so that the rule matches: all that all need, the cheapest of what one may. */
function changesOf(tree: Tree, facts: Facts): Change[] | null {
  const known = new Map<string, Changes | null>();
  const changes = (node: Tree, wanted: boolean): Changes | null => {
    const key = `${node.id} ${wanted}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = make(node, wanted);
    known.set(key, found);
    return found;
  };
  const make = (node: Tree, wanted: boolean): Changes | null => {
    if (node.kind === 'not') return changes(node.part, !wanted);
    if (node.kind === 'test') return changeOf(node, wanted, facts);
    // As in both engines, a group of nothing holds.
    if (node.parts.length === 0) return wanted ? new Map() : null;
    const parts = node.parts.map((part) => changes(part, wanted));
    if ((node.kind === 'all') === wanted) {
      return parts.includes(null) ? null : new Map((parts as Changes[]).flatMap((part) => [...part]));
    }
    return parts
      .filter((part) => part !== null)
      .reduce<Changes | null>((best, part) => (best === null || cost(part) < cost(best) ? part : best), null);
  };
  const found = changes(tree, true);
  return found === null ? null : [...found.values()];
}

function changeOf(node: TestNode, wanted: boolean, facts: Facts): Changes | null {
  if (test(node.predicate, facts) === wanted) return new Map();
  if (isGuard(node.predicate)) return null;
  // The comparison beside a presence guard says what is needed; a value that is there cannot be wished away.
  if (isPresenceGuard(node.source)) return wanted ? new Map() : null;
  const to = wanted ? 'hold' : 'not-hold';
  return new Map([[`${node.predicate.index} ${to}`, { ...comparisonOf(node, facts), to }]]);
}

function cost(changes: Changes): number {
  return new Set([...changes.values()].map(({ fact }) => fact)).size;
}

import type { JsonEvent, JsonRule } from '../../rules-library/schema/rule.ts';
import { baseOperator } from '../operators.ts';
import { predicatesOf, type ConditionTable, type TestNode, type Tree } from './condition-tree.ts';
import { guardsOf, isGuard } from './guards.ts';
import { factsOfPredicate } from './predicates.ts';
import { RuleError } from './rule-error.ts';

/** One rule over the conditions of its program. */
export interface CompiledRule {
  id: string;
  priority: number;
  event: Required<JsonEvent>;
  tree: Tree;
  guards: TestNode[];
  /** Facts whose absence is told, named outside guards, `isPresent` and `isMissing`. */
  named: string[];
  source: JsonRule;
}

/** Reads one rule of an array; `place` names it in errors when it has no id. Throws a `RuleError`. */
export function readRule(source: unknown, place: string, table: ConditionTable): CompiledRule {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    throw new RuleError(place, { zh: '规则要有条件和事件', en: 'a rule has conditions and an event' });
  }
  const rule = source as JsonRule;
  const id = idOf(rule, place);
  const tree = table.rootOf(id, rule.conditions);
  return {
    id,
    priority: priorityOf(rule, id),
    event: eventOf(rule, id),
    tree,
    guards: guardsOf(tree),
    named: namedFacts(tree),
    source: rule,
  };
}

/** Foreign arrays name their rules, or not even that. */
function idOf({ id, name }: JsonRule, place: string): string {
  if (typeof id === 'string' && id !== '') return id;
  return typeof name === 'string' && name !== '' ? name : place;
}

/** As stock: 1 when there is none, whole numbers only, never below 1. */
function priorityOf(rule: JsonRule, id: string): number {
  const priority: unknown = rule.priority;
  const isRead = typeof priority === 'number' || typeof priority === 'string';
  const read = Number.parseInt(String((isRead ? priority : undefined) || 1), 10);
  if (read > 0 && (isRead || !priority)) return read;
  throw new RuleError(id, {
    zh: '规则的优先级要是大于零的整数',
    en: 'the priority of a rule is a whole number above zero',
  });
}

function eventOf({ event }: JsonRule, id: string): Required<JsonEvent> {
  if (typeof event !== 'object' || event === null || typeof event.type !== 'string' || event.type === '') {
    throw new RuleError(id, { zh: '规则要有事件和它的名称', en: 'a rule has an event with a type' });
  }
  return { type: event.type, params: event.params ?? {} };
}

function namedFacts(tree: Tree): string[] {
  const facts = new Set<string>();
  for (const predicate of predicatesOf(tree)) {
    const operator = baseOperator(predicate.operator);
    if (isGuard(predicate) || operator === 'isPresent' || operator === 'isMissing') continue;
    for (const fact of factsOfPredicate(predicate)) if (!fact.startsWith('event.')) facts.add(fact);
  }
  return [...facts];
}

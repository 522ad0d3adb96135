import type { JsonCondition } from '../../rules-library/schema/rule.ts';
import { deepest, type Predicate, type PredicateTable } from './predicates.ts';
import { RuleError } from './rule-error.ts';

/** A rule's conditions over the program's predicates. */
export type Tree =
  | { kind: 'test'; predicate: Predicate }
  | { kind: 'all'; parts: Tree[] }
  | { kind: 'any'; parts: Tree[] }
  | { kind: 'not'; part: Tree };

export type NamedConditions = Readonly<Record<string, JsonCondition>>;

/** Builds the tree; named conditions are put in place, groups keep json-rules-engine's meaning (an empty one holds). */
export function buildTree(
  rule: string,
  condition: JsonCondition,
  table: PredicateTable,
  named: NamedConditions,
  depth = 0,
): Tree {
  if (depth > deepest) {
    throw new RuleError(rule, {
      zh: `条件嵌套超过 ${deepest} 层`,
      en: `conditions are nested deeper than ${deepest}`,
    });
  }
  const build = (inner: JsonCondition): Tree => buildTree(rule, inner, table, named, depth + 1);
  if (typeof condition !== 'object' || condition === null) throw notACondition(rule);
  if ('any' in condition) return { kind: 'any', parts: group(rule, condition.any).map(build) };
  if ('all' in condition) return { kind: 'all', parts: group(rule, condition.all).map(build) };
  if ('not' in condition) return { kind: 'not', part: build(condition.not) };
  if ('condition' in condition) {
    if (!Object.hasOwn(named, condition.condition)) {
      throw new RuleError(rule, {
        zh: `没有叫「${condition.condition}」的条件`,
        en: `there is no condition named "${condition.condition}"`,
      });
    }
    return build(named[condition.condition]!);
  }
  if (!('fact' in condition && 'operator' in condition && 'value' in condition)) throw notACondition(rule);
  return { kind: 'test', predicate: table.add(rule, condition) };
}

function group(rule: string, parts: unknown): JsonCondition[] {
  if (!Array.isArray(parts)) throw notACondition(rule);
  return parts as JsonCondition[];
}

function notACondition(rule: string): RuleError {
  return new RuleError(rule, {
    zh: '条件要写成「业务数据、比较、值」,或用 all、any、not 组合',
    en: 'a condition names fact, operator and value, or joins others by all, any, not',
  });
}

/** Predicates of a tree, left to right. */
export function predicatesOf(tree: Tree): Predicate[] {
  switch (tree.kind) {
    case 'test':
      return [tree.predicate];
    case 'not':
      return predicatesOf(tree.part);
    case 'all':
    case 'any':
      return tree.parts.flatMap(predicatesOf);
  }
}

/** The comparisons that have to hold whatever else does: the tree's own, or those of its outermost `all`. */
export function conjunctsOf(tree: Tree): Tree[] {
  return tree.kind === 'all' ? tree.parts.flatMap(conjunctsOf) : [tree];
}

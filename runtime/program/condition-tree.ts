import type { JsonComparison, JsonCondition } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { PredicateTable, type Predicate } from './predicates.ts';
import { RuleError } from './rule-error.ts';

/**
 * A rule's conditions over the program's predicates. The same condition is the same node (`id`), whichever rules hold it;
 * `slot` is the place of its outcome in a run, which comparisons that differ in name only share.
 */
export type Tree = { id: number; slot: number; height: number } & (
  | { kind: 'test'; predicate: Predicate; source: JsonComparison }
  | { kind: 'all'; parts: readonly Tree[] }
  | { kind: 'any'; parts: readonly Tree[] }
  | { kind: 'not'; part: Tree }
);

export type TestNode = Extract<Tree, { kind: 'test' }>;

export type NamedConditions = Readonly<Record<string, JsonCondition>>;

/** Levels a tree may have, named conditions put in place. */
export const deepest = 256;

const groups = ['any', 'all', 'not', 'condition'] as const;

/** All conditions of a program, each distinct one once; named conditions are read once and shared. */
export class ConditionTable {
  readonly predicates = new PredicateTable();
  private readonly nodes = new Map<string, Tree>();
  private readonly slotOf = new Map<Predicate, number>();
  private slotsTaken = 0;
  /** Steps from the root of the rule at hand to what is being read. */
  private readonly way: string[] = [];
  private readonly named: NamedConditions;
  private readonly read = new Map<string, Tree | 'open'>();

  constructor(named: NamedConditions) {
    this.named = named;
  }

  /** Number of outcomes a run may have; every node's `slot` is below it. */
  get slots(): number {
    return this.slotsTaken;
  }

  /** The conditions of a rule. As in json-rules-engine they begin with a group, and a group of nothing holds. */
  rootOf(rule: string, conditions: unknown): Tree {
    try {
      return this.build(rule, groupOf(rule, conditions), 0);
    } catch (error) {
      // What was being read when it failed, as the steps on the way were not taken back.
      const path = `conditions${this.way.splice(0).join('')}`;
      throw error instanceof RuleError ? new RuleError(error.rule, error.text, error.path ?? path) : error;
    }
  }

  private build(rule: string, condition: unknown, depth: number): Tree {
    if (depth > deepest) throw tooDeep(rule);
    if (!isRecord(condition)) throw notACondition(rule);
    const kinds = [...groups, 'fact'].filter((name) => Object.hasOwn(condition, name));
    if (kinds.length !== 1) throw notACondition(rule);
    switch (kinds[0]) {
      case 'any':
      case 'all':
        return this.group(rule, kinds[0], condition[kinds[0]], depth);
      case 'not': {
        const part = this.step('.not', rule, condition.not, depth);
        return this.node(rule, `not ${part.id}`, part.height + 1, { kind: 'not', part });
      }
      case 'condition':
        return this.reference(rule, condition.condition);
      default: {
        const predicate = this.predicates.add(rule, condition);
        const name = typeof condition.name === 'string' ? condition.name : '';
        const source = condition as unknown as JsonComparison;
        return this.node(rule, `test ${predicate.index} ${name}`, 1, { kind: 'test', predicate, source });
      }
    }
  }

  private step(way: string, rule: string, condition: unknown, depth: number): Tree {
    this.way.push(way);
    const tree = this.build(rule, condition, depth + 1);
    this.way.pop();
    return tree;
  }

  private group(rule: string, kind: 'all' | 'any', given: unknown, depth: number): Tree {
    if (!Array.isArray(given)) throw notACondition(rule);
    const parts = given.map((part, at) => this.step(`.${kind}[${at}]`, rule, part, depth));
    const height = 1 + parts.reduce((most, part) => Math.max(most, part.height), 0);
    return this.node(rule, `${kind} ${parts.map(({ id }) => id).join(' ')}`, height, { kind, parts });
  }

  private reference(rule: string, name: unknown): Tree {
    if (typeof name !== 'string' || !Object.hasOwn(this.named, name)) {
      throw new RuleError(rule, {
        zh: `没有叫「${shown(name)}」的条件`,
        en: `there is no condition named "${shown(name)}"`,
      });
    }
    const known = this.read.get(name);
    if (known === 'open') {
      throw new RuleError(rule, {
        zh: `条件「${name}」引用了它自己`,
        en: `the condition "${name}" refers to itself`,
      });
    }
    if (known !== undefined) return known;
    this.read.set(name, 'open');
    this.way.push(`.condition(${name})`);
    const tree = this.build(rule, groupOf(rule, this.named[name]), 0);
    this.way.pop();
    this.read.set(name, tree);
    return tree;
  }

  private node(rule: string, key: string, height: number, made: NodeBody): Tree {
    const known = this.nodes.get(key);
    if (known !== undefined) return known;
    if (height > deepest) throw tooDeep(rule);
    const place = { id: this.nodes.size, slot: this.slotFor(made), height };
    // Written out, so that all tests have one shape: engines read those fastest.
    const node: Tree =
      made.kind === 'test'
        ? {
            kind: 'test',
            id: place.id,
            slot: place.slot,
            height,
            predicate: made.predicate,
            source: made.source,
          }
        : { ...made, ...place };
    this.nodes.set(key, node);
    return node;
  }

  private slotFor(made: NodeBody): number {
    const taken = made.kind === 'test' ? this.slotOf.get(made.predicate) : undefined;
    if (taken !== undefined) return taken;
    const slot = this.slotsTaken;
    this.slotsTaken += 1;
    if (made.kind === 'test') this.slotOf.set(made.predicate, slot);
    return slot;
  }
}

type NodeBody = Tree extends infer Node
  ? Node extends Tree
    ? Omit<Node, 'id' | 'slot' | 'height'>
    : never
  : never;

/** Conditions that begin with a group. */
function groupOf(rule: string, conditions: unknown): Record<string, unknown> {
  if (isRecord(conditions) && groups.some((name) => Object.hasOwn(conditions, name))) return conditions;
  throw new RuleError(rule, {
    zh: '规则的条件要以 all、any、not 或 condition 开头',
    en: 'the conditions of a rule begin with all, any, not or condition',
  });
}

/** What was given, where it can be said. */
function shown(value: unknown): string {
  return typeof value === 'string' ? value : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function tooDeep(rule: string): RuleError {
  return new RuleError(rule, {
    zh: `条件嵌套超过 ${deepest} 层`,
    en: `conditions are nested deeper than ${deepest}`,
  });
}

function notACondition(rule: string): RuleError {
  const text: Text = {
    zh: '条件要写成「业务数据、比较、值」，或用 all、any、not 组合',
    en: 'a condition names fact, operator and value, or joins others by all, any, not',
  };
  return new RuleError(rule, text);
}

/** Comparisons of a tree, each once. */
export function testsOf(tree: Tree): TestNode[] {
  const found: TestNode[] = [];
  const seen = new Set<number>();
  const walk = (node: Tree): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if (node.kind === 'test') found.push(node);
    else if (node.kind === 'not') walk(node.part);
    else node.parts.forEach(walk);
  };
  walk(tree);
  return found;
}

/** Distinct predicates of a tree, left to right. */
export function predicatesOf(tree: Tree): Predicate[] {
  return [...new Set(testsOf(tree).map(({ predicate }) => predicate))];
}

/** What has to hold whatever else does: the tree itself, or the parts of its outermost `all`. */
export function conjunctsOf(tree: Tree): Tree[] {
  const found = new Set<Tree>();
  const seen = new Set<number>();
  const walk = (node: Tree): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    if (node.kind === 'all') node.parts.forEach(walk);
    else found.add(node);
  };
  walk(tree);
  return [...found];
}

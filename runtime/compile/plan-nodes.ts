import type { BlockPlan, When } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import { checkCondition, checkFact, type ConditionScope } from './check-conditions.ts';
import { reachableFrom, type Graph, type PlacedNode } from './graph.ts';
import { lowerCondition } from './lower.ts';
import type { Problems } from './problems.ts';

export interface PlannedNodes {
  /** By node; conditions lowered to operators both engines run. */
  plans: Map<string, BlockPlan>;
  derived: DerivedFact[];
  /** Events of the trigger. */
  events: string[];
  source: string | undefined;
}

/** Asks every reached block what it means, checks the facts it names, and lowers its conditions. */
export function planNodes(graph: Graph, vocabulary: Vocabulary, problems: Problems): PlannedNodes {
  const planned: PlannedNodes = { plans: new Map(), derived: [], events: [], source: undefined };
  const results = new Map<string, string[]>();
  const matching = new Set<string>();
  for (const id of graph.order) {
    const placed = graph.nodes.get(id)!;
    const result = `${graph.flow.id}.${id}`;
    const plan = placed.block.compile(placed.params as never, {
      flow: graph.flow.id,
      node: id,
      result,
      matchedLines: nearestMatch(graph, id, matching),
    });
    const own = 'derived' in plan ? (plan.derived ?? []).map((derived) => derived.id) : [];
    results.set(id, own);
    if (plan.role === 'check' && plan.matches === true) matching.add(id);
    if (plan.role === 'trigger') {
      planned.events = plan.events;
      planned.source = plan.source;
    }
    const scope: ConditionScope = {
      vocabulary,
      results: new Set([...ancestors(graph, id), id].flatMap((before) => results.get(before) ?? [])),
      lines: false,
      changes: planned.events.some((event) => event.endsWith('.changed') || event.startsWith('gate.')),
    };
    checkTarget(graph, placed, problems);
    planned.plans.set(id, lowerPlan(plan, result, scope, id, problems, planned.derived));
  }
  return planned;
}

function ancestors(graph: Graph, id: string): string[] {
  return graph.order.filter((other) => other !== id && reachableFrom(other, graph.out).has(id));
}

/** The nearest line condition that stands on every way from the trigger to this node. */
function nearestMatch(graph: Graph, id: string, matching: ReadonlySet<string>): string | undefined {
  const trigger = graph.trigger!.node.id;
  const onEveryWay = graph.order.filter(
    (other) => matching.has(other) && !reaches(graph, trigger, id, other),
  );
  const nearest = onEveryWay.at(-1);
  return nearest === undefined ? undefined : `${graph.flow.id}.${nearest}`;
}

/** Whether `to` can be reached from `from` without passing `avoided`. */
function reaches(graph: Graph, from: string, to: string, avoided: string): boolean {
  if (from === avoided) return false;
  if (from === to) return true;
  return (graph.out.get(from) ?? []).some((edge) => reaches(graph, edge.to, to, avoided));
}

/** A block acts on what the trigger gives; one that needs another subject cannot follow it. */
function checkTarget(graph: Graph, { node, block }: PlacedNode, problems: Problems): void {
  const subject = graph.trigger?.block.subject;
  if (block.follows === undefined || subject === undefined || block.follows.includes(subject)) return;
  problems.error(
    'no-target',
    {
      zh: `「${block.label.zh}」要有操作对象,这个触发给不了,请换触发或换积木`,
      en: `"${block.label.en}" needs something to act on that this trigger does not give; change one of them`,
    },
    { node: node.id },
  );
}

function lowerPlan(
  plan: BlockPlan,
  result: string,
  scope: ConditionScope,
  node: string,
  problems: Problems,
  derived: DerivedFact[],
): BlockPlan {
  const lower = (condition: Condition, lines: boolean): Condition => {
    checkCondition(condition, { ...scope, lines }, node, problems);
    const lowered = lowerCondition(condition, result, scope.vocabulary);
    for (const one of lowered.derived) if (!derived.some(({ id }) => id === one.id)) derived.push(one);
    return lowered.condition;
  };
  if (plan.role === 'check') {
    for (const one of plan.derived ?? []) derived.push(lowerDerived(one, lower, scope, node, problems));
    const exits = Object.fromEntries(
      Object.entries(plan.exits).map(([port, when]) => [
        port,
        mapWhen(when, (condition) => lower(condition, false)),
      ]),
    );
    return { ...plan, exits };
  }
  if (plan.role === 'compute') {
    for (const one of plan.derived) derived.push(lowerDerived(one, lower, scope, node, problems));
  }
  if (plan.role === 'action') checkParams(plan.event.params ?? {}, scope, node, problems);
  return plan;
}

function lowerDerived(
  one: DerivedFact,
  lower: (condition: Condition, lines: boolean) => Condition,
  scope: ConditionScope,
  node: string,
  problems: Problems,
): DerivedFact {
  const { conditions, of } = one.with as { conditions?: Condition; of?: string };
  if (typeof of === 'string') checkFact(of, { ...scope, lines: true }, { node, path: 'of' }, problems);
  if (conditions === undefined) return one;
  const lowered = lower(conditions, true);
  const facts = factsOf(lowered).filter((fact) => !fact.startsWith('line.'));
  return {
    ...one,
    with: { ...one.with, conditions: lowered },
    reads: [...new Set([...one.reads.filter((fact) => !fact.startsWith('line.')), ...facts])].sort(),
  };
}

function mapWhen(when: When, change: (condition: Condition) => Condition): When {
  if ('all' in when) return { all: when.all.map((inner) => mapWhen(inner, change)) };
  if ('any' in when) return { any: when.any.map((inner) => mapWhen(inner, change)) };
  return { is: when.is, of: change(when.of) };
}

/** `{order.total}` in a text stands for the fact's value, worded. */
export const placeholder = /\{([A-Za-z][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+)\}/g;

/** Facts an action's params name: as a value, or as a placeholder of a text. */
export function factsOfParams(params: unknown): { fact: string; inList: boolean }[] {
  if (typeof params === 'string')
    return [...params.matchAll(placeholder)].map((match) => ({ fact: match[1]!, inList: false }));
  if (Array.isArray(params)) {
    return params.flatMap((one) =>
      factsOfParams(one).map(({ fact }) => ({ fact, inList: isReference(one) })),
    );
  }
  if (typeof params !== 'object' || params === null) return [];
  if (isReference(params)) return [{ fact: (params as { fact: string }).fact, inList: false }];
  return Object.values(params).flatMap(factsOfParams);
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'fact' in value && typeof value.fact === 'string';
}

function checkParams(
  params: Record<string, unknown>,
  scope: ConditionScope,
  node: string,
  problems: Problems,
): void {
  for (const [name, value] of Object.entries(params)) {
    for (const { fact, inList } of factsOfParams(value)) {
      checkFact(fact, scope, { node, path: name }, problems);
      if (inList) {
        problems.error(
          'fact-in-list',
          {
            zh: '列表里不能放业务数据,请填固定内容',
            en: 'A list cannot hold business data; give fixed entries',
          },
          { node, path: name },
        );
      }
    }
  }
}

import type { BlockPlan, When } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import { factsOfParams } from '../facts-of-params.ts';
import { checkCondition, factInList } from './check-conditions.ts';
import { checkFact, type ConditionScope } from './check-facts.ts';
import { dominatorsOf, entry } from './dominators.ts';
import { ancestorsOf, type Graph, type PlacedNode } from './graph.ts';
import { isGateEvent } from './guard-rules.ts';
import { lowerCondition } from './lower.ts';
import type { Problems } from './problems.ts';

export interface PlannedNodes {
  /** By node; conditions lowered to operators both engines run. */
  plans: Map<string, BlockPlan>;
  derived: DerivedFact[];
  /** The node each derived fact belongs to. */
  nodeOf: Map<string, string>;
  /** Events of the trigger. */
  events: string[];
  source: string | undefined;
}

/** Asks every reached block what it means, checks the facts it names, and lowers its conditions. */
export function planNodes(graph: Graph, vocabulary: Vocabulary, problems: Problems): PlannedNodes {
  const planned: PlannedNodes = {
    plans: new Map(),
    derived: [],
    nodeOf: new Map(),
    events: [],
    source: undefined,
  };
  const results = new Map<string, string[]>();
  const matching = new Set<string>();
  const dominators = dominatorsOf(graph.order, new Set([graph.trigger!.node.id]), graph.into);
  for (const id of graph.order) {
    const placed = graph.nodes.get(id)!;
    const result = `${graph.flow.id}.${id}`;
    const nearest = nearestMatch(id, dominators, matching);
    const plan = placed.block.compile(placed.params as never, {
      flow: graph.flow.id,
      node: id,
      result,
      matchedLines: nearest === undefined ? undefined : `${graph.flow.id}.${nearest}`,
    });
    const own = 'derived' in plan ? (plan.derived ?? []).map((derived) => derived.id) : [];
    results.set(id, own);
    if (plan.role === 'check' && plan.matches === true) matching.add(id);
    if (plan.role === 'trigger') {
      planned.events = plan.events;
      planned.source = plan.source;
    }
    const before = [...ancestorsOf(id, graph.into)].filter((other) => other !== id);
    const scope: ConditionScope = {
      vocabulary,
      subject: graph.trigger?.block.subject,
      results: new Set(before.flatMap((other) => results.get(other) ?? [])),
      lines: false,
      changes: planned.events.some((event) => event.endsWith('.changed') || isGateEvent(event)),
    };
    checkTarget(graph, placed, problems);
    checkGate(placed, planned.events, problems);
    planned.plans.set(id, lowerPlan(plan, { result, scope, node: id, own, problems, planned }));
  }
  return planned;
}

/** The nearest line condition that stands on every way from the trigger to this node. */
function nearestMatch(
  id: string,
  dominators: ReadonlyMap<string, string>,
  matching: ReadonlySet<string>,
): string | undefined {
  for (let at = dominators.get(id); at !== undefined && at !== entry; at = dominators.get(at)) {
    if (matching.has(at)) return at;
  }
  return undefined;
}

/** Denying and allowing mean something only where a gate asks. */
function checkGate({ node, block }: PlacedNode, events: readonly string[], problems: Problems): void {
  if (block.category !== 'gate' || events.some(isGateEvent)) return;
  problems.error(
    'gate-only',
    {
      zh: `「${block.label.zh}」只能放在关口之后，请换触发或换积木`,
      en: `"${block.label.en}" belongs behind a gate; change the trigger or the block`,
    },
    { node: node.id },
  );
}

/** A block acts on what the trigger gives; one that needs another subject cannot follow it. */
function checkTarget(graph: Graph, { node, block }: PlacedNode, problems: Problems): void {
  const subject = graph.trigger?.block.subject;
  if (block.follows === undefined || subject === undefined || block.follows.includes(subject)) return;
  problems.error(
    'no-target',
    {
      zh: `「${block.label.zh}」要有操作对象，这个触发给不了，请换触发或换积木`,
      en: `"${block.label.en}" needs something to act on that this trigger does not give; change one of them`,
    },
    { node: node.id },
  );
}

interface Lowering {
  result: string;
  scope: ConditionScope;
  node: string;
  /** The node's own results, which its exits may refer to. */
  own: readonly string[];
  problems: Problems;
  planned: PlannedNodes;
}

function lowerPlan(plan: BlockPlan, lowering: Lowering): BlockPlan {
  const { scope, node, own, problems } = lowering;
  if (plan.role === 'check') {
    for (const one of plan.derived ?? []) addDerived(lowerDerived(one, lowering), lowering);
    const atExits: ConditionScope = { ...scope, results: new Set([...scope.results, ...own]) };
    const exits = Object.fromEntries(
      Object.entries(plan.exits).map(([port, when]) => [
        port,
        mapWhen(when, (condition) => {
          checkCondition(condition, atExits, node, problems);
          const lowered = lowerCondition(condition, lowering.result, scope.vocabulary);
          for (const one of lowered.derived) addDerived(one, lowering);
          return lowered.condition;
        }),
      ]),
    );
    return { ...plan, exits };
  }
  if (plan.role === 'compute') {
    for (const one of plan.derived) addDerived(lowerDerived(one, lowering), lowering);
  }
  if (plan.role === 'action') checkParams(plan.event.params ?? {}, scope, node, problems);
  return plan;
}

function addDerived(one: DerivedFact, { planned, node }: Lowering): void {
  if (planned.nodeOf.has(one.id)) return;
  planned.nodeOf.set(one.id, node);
  planned.derived.push(one);
}

/** Conditions over lines lose their drawn operators too; what these need of each line is calculated with the line. */
function lowerDerived(one: DerivedFact, lowering: Lowering): DerivedFact {
  const { scope, node, problems } = lowering;
  const overLines: ConditionScope = { ...scope, lines: true };
  const { conditions, of } = one.with as { conditions?: Condition; of?: string };
  if (typeof of === 'string') checkFact(of, overLines, { node, path: 'of' }, problems);
  if (conditions === undefined) return one;
  checkCondition(conditions, overLines, node, problems);
  const lowered = lowerCondition(conditions, lowering.result, scope.vocabulary);
  const ofLines = lowered.derived.filter(({ reads }) => reads.some(isLineFact));
  for (const other of lowered.derived) if (!ofLines.includes(other)) addDerived(other, lowering);
  const own = new Set(ofLines.map(({ id }) => id));
  const reads = [...one.reads, ...factsOf(lowered.condition), ...ofLines.flatMap((other) => other.reads)];
  return {
    ...one,
    with: {
      ...one.with,
      conditions: lowered.condition,
      ...(ofLines.length === 0 ? {} : { derived: ofLines }),
    },
    reads: [...new Set(reads.filter((fact) => !own.has(fact)))].sort(),
  };
}

function isLineFact(fact: string): boolean {
  return fact.startsWith('line.');
}

function mapWhen(when: When, change: (condition: Condition) => Condition): When {
  if ('all' in when) return { all: when.all.map((inner) => mapWhen(inner, change)) };
  if ('any' in when) return { any: when.any.map((inner) => mapWhen(inner, change)) };
  return { is: when.is, of: change(when.of) };
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
        problems.error('fact-in-list', factInList, { node, path: name });
      }
    }
  }
}

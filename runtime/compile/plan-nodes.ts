import type { BlockPlan } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { resultsOfNode } from '../../rules-library/results/results-of.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import type { ConditionScope } from './check-facts.ts';
import { dominatorsOf, entry } from './dominators.ts';
import { ancestorsOf, type Graph, type PlacedNode } from './graph.ts';
import { isGateEvent } from './guard-rules.ts';
import { lowerPlan, type Results } from './lower-plan.ts';
import type { Problems } from './problems.ts';
import { checkTarget, Subjects } from './subjects.ts';

export interface PlannedNodes {
  /** By node; conditions lowered to operators both engines run. */
  plans: Map<string, BlockPlan>;
  derived: DerivedFact[];
  /** The node each derived fact belongs to. */
  nodeOf: Map<string, string>;
  /** Events of the trigger. */
  events: string[];
  source: string | undefined;
  /** What each node is decided about. */
  subjects: Subjects;
}

/** Asks every reached block what it means, checks the facts it names, and lowers its conditions. */
export function planNodes(graph: Graph, vocabulary: Vocabulary, problems: Problems): PlannedNodes {
  const plans = new Map<string, BlockPlan>();
  const planned: PlannedNodes = {
    plans,
    subjects: new Subjects(graph, plans, problems),
    derived: [],
    nodeOf: new Map(),
    events: [],
    source: undefined,
  };
  const results = new Map<string, Results>();
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
    const own = resultsOf(plan, graph.flow.id, placed, vocabulary);
    results.set(id, own);
    if (plan.role === 'check' && plan.matches === true) matching.add(id);
    if (plan.role === 'trigger') {
      planned.events = plan.events;
      planned.source = plan.source;
      planned.subjects.begin(id, plan.subject ?? placed.block.subject);
      checkEvents(plan.events, id, vocabulary, problems);
    }
    const subject = plan.role === 'trigger' ? planned.subjects.of(id) : planned.subjects.enter(id);
    const before = [...ancestorsOf(id, graph.into)].filter((other) => other !== id);
    const scope: ConditionScope = {
      vocabulary,
      subject,
      results: new Map(before.flatMap((other) => [...(results.get(other) ?? [])])),
      lines: false,
      changes: planned.events.some((event) => event.endsWith('.changed') || isGateEvent(event)),
    };
    checkTarget(graph, placed, subject, dominators, problems);
    checkGate(placed, planned.events, problems);
    planned.plans.set(id, lowerPlan(plan, { result, scope, node: id, own, problems, gathered: planned }));
  }
  return planned;
}

/** What a node calculates, by id, with its type if the block gives one. */
function resultsOf(
  plan: BlockPlan,
  flow: string,
  { node, params }: PlacedNode,
  vocabulary: Vocabulary,
): Results {
  const derived = 'derived' in plan ? (plan.derived ?? []) : [];
  const typed = new Map(resultsOfNode(flow, node, params, vocabulary).map((fact) => [fact.id, fact]));
  return new Map(derived.map(({ id }) => [id, typed.get(id)]));
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

/** A drawing that listens to what nobody raises would never run. */
function checkEvents(
  events: readonly string[],
  node: string,
  { handled }: Vocabulary,
  problems: Problems,
): void {
  if (handled === undefined) return;
  for (const event of events) {
    if (handled.has(isGateEvent(event) ? 'gate' : event)) continue;
    problems.error(
      'not-handled',
      {
        zh: `这个版本还没有「${event}」这件事，请去掉或等它上线`,
        en: `This version does not raise "${event}" yet; leave it out or wait until it comes`,
      },
      { node, path: 'also' },
    );
  }
}

import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import type {
  DerivedFact,
  JsonCondition,
  JsonEvent,
  JsonRule,
  SourceMap,
  SourceMapEntry,
} from '../../rules-library/schema/rule.ts';
import { rankNodes, reachableFrom, type Graph } from './graph.ts';
import { planNodes, type PlannedNodes } from './plan-nodes.ts';
import { Problems } from './problems.ts';
import { mostPaths, Reach } from './reach.ts';
import { readGraph } from './read-graph.ts';
import { stagesOf, type Stage } from './stages.ts';
import { all } from './when.ts';

export interface CompiledFlow {
  /** Numbered from the first rule N down to 1. Empty when the drawing has errors. */
  rules: JsonRule[];
  derived: DerivedFact[];
  sourceMap: SourceMap;
  problems: Problem[];
}

/**
 * Compiles a drawing to json-rules-engine rules. The same drawing gives the same rules whatever the order in which it was
 * drawn; positions never matter. Problems name the node and say in words what to do; with errors there are no rules.
 */
export function compileFlow(flow: Flow, vocabulary: Vocabulary): CompiledFlow {
  const problems = new Problems();
  const graph = readGraph(flow, vocabulary, problems);
  if (graph.trigger === undefined || graph.order.length === 0) return withoutRules(problems);
  const ranked = rankNodes(graph);
  const planned = planNodes(graph, vocabulary, problems);
  checkPorts(graph, planned, problems);
  const rules: JsonRule[] = [];
  const sourceMap: SourceMap = {};
  for (const stage of stagesOf(graph, planned.plans, ranked)) {
    const reach = new Reach(graph, stage, planned.plans);
    for (const id of ranked) {
      if (!stage.members.has(id)) continue;
      if (reach.pathsTo(id) > mostPaths) {
        problems.error(
          'too-many-paths',
          {
            zh: `走到这里的路超过 ${mostPaths} 条,请改成决策表`,
            en: `More than ${mostPaths} ways lead here; make this a decision table`,
          },
          { node: id },
        );
        continue;
      }
      for (const [conditions, event] of rulesOf(graph, planned, reach, stage, id)) {
        const ruleId = [flow.id, ...(stage.id === null ? [] : [stage.id]), id].join('/');
        rules.push({ id: ruleId, conditions: guarded(flow.id, planned, stage, conditions), event });
        sourceMap[ruleId] = sourceOf(graph, stage, ranked, id);
      }
    }
  }
  if (problems.hasErrors) return withoutRules(problems);
  return {
    rules: rules.map((rule, index) => ({ ...rule, priority: rules.length - index })),
    derived: planned.derived.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    sourceMap,
    problems: problems.sorted(),
  };
}

function withoutRules(problems: Problems): CompiledFlow {
  return { rules: [], derived: [], sourceMap: {}, problems: problems.sorted() };
}

/** Exits that must lead somewhere, and flows that do nothing at all. */
function checkPorts(graph: Graph, { plans }: PlannedNodes, problems: Problems): void {
  let actions = 0;
  for (const id of graph.order) {
    const { ports } = graph.nodes.get(id)!;
    const connected = new Set((graph.out.get(id) ?? []).map(({ from }) => from.port));
    if (plans.get(id)?.role === 'action') actions++;
    for (const port of ports) {
      if (port.unconnected !== 'error' || connected.has(port.id)) continue;
      problems.error(
        'unconnected',
        {
          zh: `「${port.label.zh}」后没有下一步,请接上`,
          en: `Nothing follows "${port.label.en}"; draw what comes next`,
        },
        { node: id, path: port.id },
      );
    }
  }
  if (actions === 0) {
    problems.warning('no-action', {
      zh: '还没有任何动作,发布后什么也不会发生',
      en: 'There is no action yet: once live, nothing will happen',
    });
  }
}

/** A node's rules in a stage: an action's own, and the one for data a check misses where nobody drew what to do then. */
function rulesOf(
  graph: Graph,
  { plans, events }: PlannedNodes,
  reach: Reach,
  stage: Stage,
  id: string,
): [JsonCondition | null, JsonEvent][] {
  const plan = plans.get(id);
  if (plan?.role === 'action') return [[reach.wayTo(id), plan.event]];
  if (plan?.role !== 'check') return [];
  const connected = new Set((stage.out.get(id) ?? []).map(({ from }) => from.port));
  const open = graph.nodes
    .get(id)!
    .ports.filter(({ id: port, unconnected }) => unconnected === 'unknown' && !connected.has(port));
  return open.map((port) => {
    const exit = reach.exit({ from: { node: id, port: port.id } });
    const way = reach.wayTo(id);
    return [way === null ? exit : exit === null ? way : all([way, exit]), missingData(graph, events, id)];
  });
}

/** Data that is not there is a person's matter: the order waits, or operations are told. */
function missingData(graph: Graph, events: readonly string[], id: string): JsonEvent {
  if (events.length > 0 && events.every((event) => event.startsWith('gate.'))) {
    return { type: 'deny', params: { code: 'manual-review', node: id } };
  }
  if (graph.trigger?.block.subject === 'order')
    return { type: 'hold-order', params: { code: 'manual-review' } };
  return {
    type: 'raise-alert',
    params: {
      kind: 'manual-review',
      level: 'warn',
      to: [{ role: 'operations' }],
      text: {
        zh: '缺少判断要用的数据,请人工处理',
        en: 'Data needed for the decision is missing; please decide',
      },
    },
  };
}

/** Says when a rule applies: its events or stage, and the source where the trigger listens to one. */
function guarded(
  flow: string,
  { events, source }: PlannedNodes,
  stage: Stage,
  way: JsonCondition | null,
): JsonCondition {
  const guards: JsonCondition[] = [];
  if (stage.id === null) {
    guards.push(
      events.length === 1
        ? { fact: 'event.type', operator: 'equal', value: events[0]! }
        : { fact: 'event.type', operator: 'in', value: [...events].sort() },
    );
    if (source !== undefined) guards.push({ fact: 'event.source', operator: 'equal', value: source });
  } else {
    guards.push({ fact: 'event.type', operator: 'equal', value: 'stage.entered' });
    guards.push({ fact: 'event.stage', operator: 'equal', value: `${flow}/${stage.id}` });
  }
  const joined = all(way === null ? guards : [...guards, way]);
  return 'all' in joined ? joined : { all: [joined] };
}

/** The nodes, exits and conditions on the ways from the stage's entry to this node. */
function sourceOf(graph: Graph, stage: Stage, ranked: readonly string[], id: string): SourceMapEntry {
  const onWay = ranked.filter((other) => stage.members.has(other) && reachableFrom(other, stage.out).has(id));
  const path = stage.id === null ? [graph.trigger!.node.id, ...onWay] : onWay;
  const members = new Set(path);
  const ports = new Set<string>();
  for (const node of path) {
    for (const { from, to } of graph.out.get(node) ?? [])
      if (members.has(to)) ports.add(`${node}:${from.port}`);
  }
  return {
    flow: graph.flow.id,
    stage: stage.id,
    node: id,
    path,
    ports: [...ports],
    conditions: path.flatMap((node) =>
      conditionIds(graph.nodes.get(node)?.params).map((condition) => `${node}/${condition}`),
    ),
  };
}

/** Ids of drawn conditions anywhere in a block's params. */
function conditionIds(params: unknown): string[] {
  if (typeof params !== 'object' || params === null) return [];
  const own =
    'fact' in params && 'operator' in params && 'id' in params && typeof params.id === 'string'
      ? [params.id]
      : [];
  return [...own, ...Object.values(params).flatMap(conditionIds)];
}

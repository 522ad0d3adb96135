import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import type { DerivedFact, JsonRule, SourceMap } from '../../rules-library/schema/rule.ts';
import { orderDerived } from '../program/derive.ts';
import { rankNodes, type Graph } from './graph.ts';
import { stageName } from './guard-rules.ts';
import { planNodes, type PlannedNodes } from './plan-nodes.ts';
import { Problems } from './problems.ts';
import { readGraph } from './read-graph.ts';
import { sourceOf } from './source-map.ts';
import { rulesOfStage } from './stage-rules.ts';
import { stagesOf, type Stage } from './stages.ts';

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
  checkResults(planned, problems);
  const rules: JsonRule[] = [];
  const sourceMap: SourceMap = {};
  const stages = stagesOf(graph, planned.plans, ranked);
  const reached = new Set<string>();
  for (const stage of stages) {
    const found = rulesOfStage(graph, planned, stage, ranked, problems);
    // A block no order can come to opens nothing: rules behind it would wait for a stage that is never entered.
    if (stage.opener !== null && !reached.has(stage.opener)) continue;
    for (const { node, rule } of found) {
      reached.add(node);
      rules.push(rule);
      sourceMap[rule.id] = sourceOf(graph, stage, ranked, node);
    }
  }
  if (problems.hasErrors) return withoutRules(problems);
  return {
    rules: rules.map((rule, index) => ({ ...rule, priority: rules.length - index })),
    derived: withStages(planned, flow.id, stages),
    sourceMap,
    problems: problems.sorted(),
  };
}

function withoutRules(problems: Problems): CompiledFlow {
  return { rules: [], derived: [], sourceMap: {}, problems: problems.sorted() };
}

/** Exits that must lead somewhere, and flows that do nothing at all. */
function checkPorts(graph: Graph, { plans, events }: PlannedNodes, problems: Problems): void {
  let actions = 0;
  for (const id of graph.order) {
    const { ports } = graph.nodes.get(id)!;
    const connected = new Set((graph.out.get(id) ?? []).map(({ from }) => from.port));
    if (plans.get(id)?.role === 'action') actions++;
    for (const port of ports) {
      if (port.unconnected !== 'error' || connected.has(port.id)) continue;
      if (port.openUnder !== undefined && events.every((event) => port.openUnder!.includes(event))) continue;
      problems.error(
        'unconnected',
        {
          zh: `「${port.label.zh}」后没有下一步，请接上`,
          en: `Nothing follows "${port.label.en}"; draw what comes next`,
        },
        { node: id, path: port.id },
      );
    }
  }
  if (actions === 0) {
    problems.warning('no-action', {
      zh: '还没有任何动作，发布后什么也不会发生',
      en: 'There is no action yet: once live, nothing will happen',
    });
  }
}

/** Results that would have to be known before themselves. */
function checkResults({ derived, nodeOf }: PlannedNodes, problems: Problems): void {
  const { circular } = orderDerived(derived);
  if (circular === undefined) return;
  problems.error(
    'result-circle',
    {
      zh: '这里用到的结果要先有它自己，请换一项业务数据',
      en: 'The result used here depends on itself; choose other business data',
    },
    { node: nodeOf.get(circular) },
  );
}

/** Says of each derived fact in which stages its node stands, sorted by id. */
function withStages(
  { derived, nodeOf }: PlannedNodes,
  flow: string,
  stages: readonly Stage[],
): DerivedFact[] {
  const names = new Map<string, string[]>();
  for (const { id, order } of stages) {
    for (const node of order)
      names.set(node, [...(names.get(node) ?? []), id === null ? '' : stageName(flow, id)]);
  }
  return derived
    .map((one) => ({ ...one, stages: names.get(nodeOf.get(one.id)!) ?? [''] }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

import type { JsonEvent, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Graph } from './graph.ts';
import { guarded, isGateEvent, type Applies } from './guard-rules.ts';
import { missingData } from './missing-data.ts';
import type { PlannedNodes } from './plan-nodes.ts';
import type { Problems } from './problems.ts';
import { mostPaths, Reach } from './reach.ts';
import type { Stage } from './stages.ts';
import { all, lowerWhen, type Lowered } from './when.ts';

/** A rule and the node it stands for. */
export interface RuleOfNode {
  node: string;
  rule: JsonRule;
}

interface Wanted {
  way: Lowered;
  event: JsonEvent;
  /** Events of the trigger under which it applies, if not all of them. */
  events?: readonly string[];
  /** What tells it from the node's other rule, if there are two. */
  suffix?: string;
}

/** The rules of a stage, first to last: each action's own, and those for data a check misses where nobody drew what then. */
export function rulesOfStage(
  graph: Graph,
  planned: PlannedNodes,
  stage: Stage,
  ranked: readonly string[],
  problems: Problems,
): RuleOfNode[] {
  const reach = new Reach(graph, stage, planned.plans);
  const members = new Set(stage.order);
  const crowded = new Set<string>();
  const rules: RuleOfNode[] = [];
  for (const node of ranked) {
    if (!members.has(node)) continue;
    // Told at the first join; all that follows has no rules either.
    if (reach.isBehind(node, crowded)) {
      crowded.add(node);
      continue;
    }
    if (reach.pathsTo(node) > mostPaths) {
      crowded.add(node);
      problems.error(
        'too-many-paths',
        {
          zh: `走到这里的路超过 ${mostPaths} 条，请改成决策表`,
          en: `More than ${mostPaths} ways lead here; make this a decision table`,
        },
        { node },
      );
      continue;
    }
    for (const { way, event, events, suffix } of wantedOf(graph, planned, stage, reach, node)) {
      const applies: Applies = {
        flow: graph.flow.id,
        events: events ?? planned.events,
        source: planned.source,
        stage: stage.id,
      };
      const conditions = guarded(applies, way);
      if (conditions === undefined) continue;
      const id = [graph.flow.id, ...(stage.id === null ? [] : [stage.id]), `${node}${suffix ?? ''}`].join(
        '/',
      );
      rules.push({ node, rule: { id, conditions, event } });
    }
  }
  return rules;
}

function wantedOf(graph: Graph, planned: PlannedNodes, stage: Stage, reach: Reach, node: string): Wanted[] {
  const plan = planned.plans.get(node);
  if (plan?.role === 'action') {
    const way = reach.wayTo(node);
    if (graph.nodes.get(node)!.block.category !== 'gate' || stage.id !== null)
      return [{ way, event: plan.event }];
    const events = planned.events.filter(isGateEvent);
    return events.length === 0 ? [] : [{ way, event: plan.event, events }];
  }
  if (plan?.role !== 'check') return [];
  const own =
    plan.emits === undefined
      ? []
      : [
          {
            way: all([reach.wayTo(node), lowerWhen(plan.emits.when, node)]),
            event: plan.emits.event,
            suffix: `:${plan.emits.event.type}`,
          },
        ];
  const connected = new Set((stage.out.get(node) ?? []).map(({ from }) => from.port));
  const missing = graph.nodes
    .get(node)!
    .ports.filter(({ id, unconnected }) => unconnected === 'unknown' && !connected.has(id))
    .flatMap((port) =>
      missingRules(planned, node, stage, all([reach.wayTo(node), reach.exit(node, port.id)])),
    );
  return [...own, ...missing];
}

/** One rule for missing data; two where a drawing listens to gates and to other events, which are answered differently. */
function missingRules(planned: PlannedNodes, node: string, stage: Stage, way: Lowered): Wanted[] {
  const subject = planned.subjects.of(node);
  if (stage.id !== null) return [{ way, event: missingData(subject, false) }];
  const gates = planned.events.filter(isGateEvent);
  const others = planned.events.filter((event) => !isGateEvent(event));
  return [
    ...(others.length === 0 ? [] : [{ way, event: missingData(subject, false), events: others }]),
    ...(gates.length === 0
      ? []
      : [
          {
            way,
            event: missingData(subject, true),
            events: gates,
            suffix: others.length === 0 ? '' : ':gate',
          },
        ]),
  ];
}

import type { FlowEdge } from '../../rules-library/schema/flow.ts';
import type { BlockPlan } from '../../rules-library/define/block.ts';
import type { Graph } from './graph.ts';

/** Part of a flow decided at once: the trigger opens the first stage, each outcome only the server knows another. */
export interface Stage {
  /** Null for the trigger's, else `NODE:PORT`. */
  id: string | null;
  /** The node whose outcome opens it; null for the trigger's. */
  opener: string | null;
  /** Nodes entered first. */
  entries: string[];
  /** Nodes decided in this stage, each after all that lead to it. */
  order: string[];
  /** Joins followed within the stage. */
  into: Map<string, FlowEdge[]>;
  out: Map<string, FlowEdge[]>;
}

/** The stages of a flow, each after the one that opens it. */
export function stagesOf(
  graph: Graph,
  plans: ReadonlyMap<string, BlockPlan>,
  ranked: readonly string[],
): Stage[] {
  const trigger = graph.trigger!.node.id;
  const first = stage(
    graph,
    plans,
    null,
    null,
    (graph.out.get(trigger) ?? []).map(({ to }) => to),
  );
  const stages = [first];
  for (const id of ranked) {
    const plan = plans.get(id);
    if (plan?.role !== 'action') continue;
    for (const port of plan.stages ?? []) {
      const entries = entriesOf(graph, id, port);
      if (entries.length > 0) stages.push(stage(graph, plans, id, `${id}:${port}`, entries));
    }
  }
  return stages;
}

/** The nodes a port leads to; unconnected, it may go the way of another port of its block. */
function entriesOf(graph: Graph, id: string, port: string): string[] {
  const own = (graph.out.get(id) ?? []).filter(({ from }) => from.port === port).map(({ to }) => to);
  const other = graph.nodes.get(id)!.ports.find((one) => one.id === port)?.follows;
  return own.length > 0 || other === undefined ? own : entriesOf(graph, id, other);
}

function stage(
  graph: Graph,
  plans: ReadonlyMap<string, BlockPlan>,
  opener: string | null,
  id: string | null,
  entries: readonly string[],
): Stage {
  const within = (edge: FlowEdge): boolean => {
    const plan = plans.get(edge.from.node);
    return !(plan?.role === 'action' && (plan.stages ?? []).includes(edge.from.port));
  };
  const found: Stage = {
    id,
    opener,
    entries: [...new Set(entries)].sort(),
    order: [],
    into: new Map(),
    out: new Map(),
  };
  const members = new Set<string>();
  const waiting = [...found.entries];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (members.has(next)) continue;
    members.add(next);
    const edges = (graph.out.get(next) ?? []).filter(within);
    found.out.set(next, edges);
    for (const edge of edges) {
      found.into.set(edge.to, [...(found.into.get(edge.to) ?? []), edge]);
      waiting.push(edge.to);
    }
  }
  found.order = graph.order.filter((node) => members.has(node));
  return found;
}

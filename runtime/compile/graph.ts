import type { Flow, FlowEdge, FlowNode } from '../../rules-library/schema/flow.ts';
import type { BlockDefinition, Port } from '../../rules-library/define/block.ts';

/** A node whose block is known and whose params are as the block wants them. */
export interface PlacedNode {
  node: FlowNode;
  block: BlockDefinition;
  params: unknown;
  ports: Port[];
}

/** The drawing without what is wrong with it: only joins between placed nodes, through ports they have. */
export interface Graph {
  flow: Flow;
  nodes: Map<string, PlacedNode>;
  out: Map<string, FlowEdge[]>;
  into: Map<string, FlowEdge[]>;
  trigger: PlacedNode | undefined;
  /** Nodes that can be reached from the trigger, each after all that lead to it; empty when there is a cycle. */
  order: string[];
}

/** Nodes after all their predecessors; undefined when they go round in a circle. */
export function topological(
  ids: readonly string[],
  out: ReadonlyMap<string, readonly FlowEdge[]>,
): string[] | undefined {
  const waiting = new Map<string, number>(ids.map((id) => [id, 0]));
  for (const id of ids) {
    for (const { to } of out.get(id) ?? []) if (waiting.has(to)) waiting.set(to, waiting.get(to)! + 1);
  }
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  const ordered: string[] = [];
  while (ready.length > 0) {
    // By id, so that the order of drawing never shows.
    ready.sort();
    const id = ready.shift()!;
    ordered.push(id);
    for (const { to } of out.get(id) ?? []) {
      const left = waiting.get(to);
      if (left === undefined) continue;
      waiting.set(to, left - 1);
      if (left === 1) ready.push(to);
    }
  }
  return ordered.length === ids.length ? ordered : undefined;
}

export function reachableFrom(id: string, out: ReadonlyMap<string, readonly FlowEdge[]>): Set<string> {
  const found = new Set([id]);
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { to } of out.get(next) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      waiting.push(to);
    }
  }
  return found;
}

/** A node and all that lead to it. */
export function ancestorsOf(id: string, into: ReadonlyMap<string, readonly FlowEdge[]>): Set<string> {
  const found = new Set([id]);
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { from } of into.get(next) ?? []) {
      if (found.has(from.node)) continue;
      found.add(from.node);
      waiting.push(from.node);
    }
  }
  return found;
}

/** Longest path from the trigger, and among equals the best edge in: parent's place, port order, the edge's own order. */
export function rankNodes(graph: Graph): string[] {
  const rank = new Map<string, number>();
  for (const id of graph.order) {
    const parents = (graph.into.get(id) ?? [])
      .map(({ from }) => rank.get(from.node))
      .filter((value) => value !== undefined);
    rank.set(id, parents.length === 0 ? 0 : Math.max(...parents) + 1);
  }
  const place = new Map<string, number>();
  const ranked: string[] = [];
  const byRank = groupByRank(graph.order, rank);
  for (const level of [...byRank.keys()].sort((a, b) => a - b)) {
    const keyed = byRank.get(level)!.map((id) => ({ id, edge: bestEdge(graph, id, place) }));
    keyed.sort((a, b) => compareKeys(a.edge, b.edge) || (a.id < b.id ? -1 : 1));
    for (const { id } of keyed) {
      place.set(id, ranked.length);
      ranked.push(id);
    }
  }
  return ranked;
}

function groupByRank(ids: readonly string[], rank: ReadonlyMap<string, number>): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const id of ids) groups.set(rank.get(id)!, [...(groups.get(rank.get(id)!) ?? []), id]);
  return groups;
}

function bestEdge(graph: Graph, id: string, place: ReadonlyMap<string, number>): number[] {
  const keys = (graph.into.get(id) ?? []).map((edge) => [
    place.get(edge.from.node) ?? Number.MAX_SAFE_INTEGER,
    portIndex(graph, edge),
    edge.order,
  ]);
  return keys.sort(compareKeys)[0] ?? [];
}

/** Position of an edge's port among the ports of its node. */
export function portIndex(graph: Graph, { from }: FlowEdge): number {
  return graph.nodes.get(from.node)?.ports.findIndex(({ id }) => id === from.port) ?? -1;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

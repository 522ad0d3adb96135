import type { SourceMapEntry } from '../../rules-library/schema/rule.ts';
import { ancestorsOf, type Graph, type PlacedNode } from './graph.ts';
import type { Stage } from './stages.ts';

/** The nodes, exits and conditions on the ways from the stage's entry to this node. */
export function sourceOf(graph: Graph, stage: Stage, ranked: readonly string[], id: string): SourceMapEntry {
  const before = ancestorsOf(id, stage.into);
  const trigger = graph.trigger!.node.id;
  const path = ranked.filter((node) => before.has(node) || (stage.id === null && node === trigger));
  const ports = new Set<string>();
  for (const node of path) {
    const edges = node === trigger ? graph.out.get(node) : stage.out.get(node);
    for (const { from, to } of edges ?? []) if (before.has(to)) ports.add(`${node}:${from.port}`);
  }
  return {
    flow: graph.flow.id,
    stage: stage.id,
    node: id,
    path,
    ports: [...ports],
    conditions: path.flatMap((node) => conditionsOf(graph.nodes.get(node)!)),
  };
}

const known = new WeakMap<PlacedNode, string[]>();

/** `NODE/CONDITION` of a node's drawn conditions, made once for all rules behind it. */
function conditionsOf(placed: PlacedNode): string[] {
  const made = known.get(placed);
  if (made !== undefined) return made;
  const conditions = conditionIds(placed.params).map((condition) => `${placed.node.id}/${condition}`);
  known.set(placed, conditions);
  return conditions;
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

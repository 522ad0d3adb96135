import type { SourceMapEntry } from '../../rules-library/schema/rule.ts';
import { ancestorsOf, type Graph } from './graph.ts';
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

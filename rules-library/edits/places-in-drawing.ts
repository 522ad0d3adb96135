import type { Flow, FlowEdge } from '../schema/flow.ts';

/** Puts an item in at an index; at the end without one. */
export function inserted<Item>(items: readonly Item[], item: Item, index = items.length): Item[] {
  return [...items.slice(0, index), item, ...items.slice(index)];
}

/** Whether a join begins or ends at one of these nodes. */
export function touches({ from, to }: FlowEdge, nodes: ReadonlySet<string>): boolean {
  return nodes.has(from.node) || nodes.has(to);
}

/** Whether a node of this id would meet another, or take over a left-over place or join. */
export function isTaken({ nodes, edges, layout }: Flow, id: string): boolean {
  const own = new Set([id]);
  return (
    nodes.some((node) => node.id === id) ||
    Object.hasOwn(layout, id) ||
    edges.some((edge) => touches(edge, own))
  );
}

/** Whether a join of this id is there. */
export function hasEdge({ edges }: Flow, id: string | undefined): boolean {
  return edges.some((edge) => edge.id === id);
}

/** The layout without some nodes. */
export function withoutPlaces(layout: Flow['layout'], nodes: ReadonlySet<string>): Flow['layout'] {
  return Object.fromEntries(Object.entries(layout).filter(([id]) => !nodes.has(id)));
}

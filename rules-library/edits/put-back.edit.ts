import type { Flow } from '../schema/flow.ts';
import type { EditKind, PutBack } from './edit.ts';
import { hasEdge, inserted, isTaken } from './places-in-drawing.ts';

/** Nodes and edges come in the order of their indexes, so each finds the place it had. */
export const putBack: EditKind<PutBack> = {
  apply(flow, edit) {
    if (!fits(flow, edit)) return flow;
    return {
      ...flow,
      nodes: edit.nodes.reduce<Flow['nodes']>(
        (all, { node, index }) => inserted(all, node, index),
        flow.nodes,
      ),
      edges: edit.edges.reduce<Flow['edges']>(
        (all, { edge, index }) => inserted(all, edge, index),
        flow.edges,
      ),
      layout: { ...flow.layout, ...edit.layout },
    };
  },
  invert: (flow, edit) =>
    fits(flow, edit) ? { type: 'remove-nodes', nodes: edit.nodes.map(({ node }) => node.id) } : undefined,
};

function fits(flow: Flow, { nodes, edges }: PutBack): boolean {
  return (
    !nodes.some(({ node }) => isTaken(flow, node.id)) &&
    !edges.some(({ edge }) => edge.id !== undefined && hasEdge(flow, edge.id))
  );
}

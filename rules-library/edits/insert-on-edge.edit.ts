import type { Flow, FlowEdge } from '../schema/flow.ts';
import type { EditKind, InsertOnEdge } from './edit.ts';
import { hasEdge, isTaken } from './places-in-drawing.ts';

export const insertOnEdge: EditKind<InsertOnEdge> = {
  apply(flow, edit) {
    const { edge, index } = split(flow, edit);
    if (edge === undefined) return flow;
    const { node, place, port, onward } = edit;
    const into: FlowEdge = { ...edge, to: node.id };
    const on: FlowEdge[] =
      port === undefined ? [] : [{ id: onward, from: { node: node.id, port }, to: edge.to, order: 1 }];
    return {
      ...flow,
      nodes: [...flow.nodes, node],
      edges: flow.edges.toSpliced(index, 1, into, ...on),
      layout: { ...flow.layout, [node.id]: place },
    };
  },
  invert(flow, edit) {
    const { edge, index } = split(flow, edit);
    if (edge === undefined) return undefined;
    return {
      type: 'batch',
      edits: [
        { type: 'remove-nodes', nodes: [edit.node.id] },
        { type: 'add-edge', edge, index },
      ],
    };
  },
};

/** The edge to put the node into; none when it does not fit. */
function split(flow: Flow, edit: InsertOnEdge): { edge: FlowEdge | undefined; index: number } {
  const index = flow.edges.findIndex(({ id }) => id === edit.edge);
  const fits = !isTaken(flow, edit.node.id) && (edit.port === undefined || !hasEdge(flow, edit.onward));
  return { edge: fits ? flow.edges[index] : undefined, index };
}

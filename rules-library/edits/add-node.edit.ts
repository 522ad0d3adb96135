import type { AddNode, EditKind } from './edit.ts';
import { inserted, isTaken } from './places-in-drawing.ts';

export const addNode: EditKind<AddNode> = {
  apply(flow, { node, place, index }) {
    if (isTaken(flow, node.id)) return flow;
    return {
      ...flow,
      nodes: inserted(flow.nodes, node, index),
      layout: { ...flow.layout, [node.id]: place },
    };
  },
  invert: (flow, { node }) =>
    isTaken(flow, node.id) ? undefined : { type: 'remove-nodes', nodes: [node.id] },
};

import type { EditKind, RemoveEdge } from './edit.ts';

export const removeEdge: EditKind<RemoveEdge> = {
  apply(flow, { edge: id }) {
    const index = flow.edges.findIndex((edge) => edge.id === id);
    return index === -1 ? flow : { ...flow, edges: flow.edges.toSpliced(index, 1) };
  },
  invert(flow, { edge: id }) {
    const index = flow.edges.findIndex((edge) => edge.id === id);
    const edge = flow.edges[index];
    return edge === undefined ? undefined : { type: 'add-edge', edge, index };
  },
};

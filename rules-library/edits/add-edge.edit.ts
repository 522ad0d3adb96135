import type { AddEdge, EditKind } from './edit.ts';
import { hasEdge, inserted } from './places-in-drawing.ts';

export const addEdge: EditKind<AddEdge> = {
  apply: (flow, { edge, index }) =>
    edge.id === undefined || hasEdge(flow, edge.id)
      ? flow
      : { ...flow, edges: inserted(flow.edges, edge, index) },
  invert: (flow, { edge }) =>
    edge.id === undefined || hasEdge(flow, edge.id) ? undefined : { type: 'remove-edge', edge: edge.id },
};
